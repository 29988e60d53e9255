package com.sentori.lambda.functions;

import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.bucket.S3;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The clients of store and bucket inside Lambda: region and credentials come from the function's environment. */
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration TRANSFER = Duration.ofSeconds(10);

    private Clients() {}

    /** It tries nothing again: that is done, with the time left in view, where the calls are made. */
    static DynamoDbClient dynamoDb() {
        return builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(CALL))
                .build();
    }

    /** The bucket of large reports; null where none is configured. */
    static @Nullable Bucket bucket(Settings settings) {
        Settings.ReportsBucket reports = settings.reports();
        if (reports == null) {
            return null;
        }
        String region = settings.server().region();
        String endpoint = reports.endpoint();
        String home = endpoint == null
                ? "https://" + reports.name() + ".s3." + region + "."
                        + PartitionMetadata.of(Region.of(region)).dnsSuffix()
                : endpoint + "/" + reports.name();
        return new Bucket(new S3(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(TRANSFER).build(),
                URI.create(home), region, DefaultCredentialsProvider.builder().build()));
    }

    /** The client of the store over another line. */
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
