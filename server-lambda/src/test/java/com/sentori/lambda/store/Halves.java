package com.sentori.lambda.store;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Batches of which a busy DynamoDB does the first half, and says so. */
final class Halves {
    private Halves() {}

    static Object call(DynamoDbClient real, Method method, Object[] arguments) throws Throwable {
        return switch (arguments[0]) {
            case BatchGetItemRequest get -> half(real, get);
            case BatchWriteItemRequest write -> half(real, write);
            default -> Faulty.call(real, method, arguments);
        };
    }

    private static Object half(DynamoDbClient real, BatchGetItemRequest request) {
        Map.Entry<String, KeysAndAttributes> table = request.requestItems().entrySet().iterator().next();
        List<Map<String, AttributeValue>> keys = table.getValue().keys();
        int middle = keys.size() / 2;
        Map<String, KeysAndAttributes> rest = Map.of(table.getKey(),
                table.getValue().toBuilder().keys(keys.subList(middle, keys.size())).build());
        if (middle == 0) {
            return real.batchGetItem(request);
        }
        return real.batchGetItem(get -> get
                .requestItems(
                        Map.of(table.getKey(), table.getValue().toBuilder().keys(keys.subList(0, middle)).build())))
                .toBuilder()
                .unprocessedKeys(rest)
                .build();
    }

    private static Object half(DynamoDbClient real, BatchWriteItemRequest request) {
        Map.Entry<String, List<WriteRequest>> table = request.requestItems().entrySet().iterator().next();
        List<WriteRequest> writes = table.getValue();
        int middle = writes.size() / 2;
        if (middle == 0) {
            return real.batchWriteItem(request);
        }
        return real.batchWriteItem(write -> write.requestItems(Map.of(table.getKey(), writes.subList(0, middle))))
                .toBuilder()
                .unprocessedItems(Map.of(table.getKey(), writes.subList(middle, writes.size())))
                .build();
    }
}
