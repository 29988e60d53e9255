package com.sentori.lambda.store;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What DynamoDB says when it cannot do a call now. */
final class Refusals {
    private Refusals() {}

    /** Another one at each call. */
    static AwsServiceException of(String operation, int call) {
        boolean transaction = operation.equals("transactWriteItems");
        return switch (call % 6) {
            case 0 ->
                said(ProvisionedThroughputExceededException.builder(), "ProvisionedThroughputExceededException", 400);
            case 1 -> said(DynamoDbException.builder(), "ThrottlingException", 400);
            case 2 -> said(RequestLimitExceededException.builder(), "RequestLimitExceeded", 400);
            case 3 -> said(InternalServerErrorException.builder(), "InternalServerError", 500);
            case 4 -> transaction
                    ? said(TransactionInProgressException.builder(), "TransactionInProgressException", 400)
                    : said(TransactionConflictException.builder(), "TransactionConflictException", 400);
            default -> transaction
                    ? canceled(call % 12 == 5 ? "TransactionConflict" : "ThrottlingError")
                    : said(DynamoDbException.builder(), "Throttling", 400);
        };
    }

    private static AwsServiceException canceled(String code) {
        return said(TransactionCanceledException.builder()
                .cancellationReasons(List.of(CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code(code).build())),
                "TransactionCanceledException", 400);
    }

    private static AwsServiceException said(AwsServiceException.Builder refusal, String code, int status) {
        return refusal.statusCode(status).awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
    }
}
