package com.sentori.lambda.functions;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The client of the store inside Lambda: region and credentials come from the function's environment. */
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration CALL = Duration.ofSeconds(3);

    private Clients() {}

    /** It tries nothing again: that is done, with the time left in view, where the calls are made. */
    static DynamoDbClient dynamoDb() {
        return builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(CALL))
                .build();
    }

    /** The same over another line. */
    static DynamoDbClient rehearsing(SdkHttpClient line) {
        return builder().httpClient(line)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal")))
                .build();
    }

    private static DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .overrideConfiguration(
                        calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(CALL));
    }
}
