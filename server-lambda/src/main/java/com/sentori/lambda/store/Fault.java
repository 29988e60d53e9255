package com.sentori.lambda.store;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Tells faults that pass from those that stay. */
final class Fault {
    private static final int SERVER_FAULT = 500;

    private Fault() {}

    /** Whether another try may succeed. */
    static boolean isPassing(SdkException fault) {
        return switch (fault) {
            case TransactionConflictException conflict -> true;
            case TransactionInProgressException underWay -> true;
            case DynamoDbException answer -> answer.isThrottlingException() || answer.statusCode() >= SERVER_FAULT;
            case SdkClientException broken -> true;
            default -> fault.retryable();
        };
    }
}
