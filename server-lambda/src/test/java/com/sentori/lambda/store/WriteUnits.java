package com.sentori.lambda.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A real client that adds up what its writes cost, as DynamoDB says. */
public final class WriteUnits {
    private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

    private final DoubleAdder units = new DoubleAdder();
    private final DynamoDbClient client;

    /** Around this client. */
    public WriteUnits(DynamoDbClient real) {
        InvocationHandler counting = (proxy, method, arguments) -> switch (arguments[0]) {
            case PutItemRequest put -> {
                PutItemResponse answer = real.putItem(put.toBuilder().returnConsumedCapacity(TOTAL).build());
                add(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case UpdateItemRequest update -> {
                UpdateItemResponse answer = real.updateItem(update.toBuilder().returnConsumedCapacity(TOTAL).build());
                add(List.of(answer.consumedCapacity()));
                yield answer;
            }
            case TransactWriteItemsRequest all -> {
                TransactWriteItemsResponse answer = real
                        .transactWriteItems(all.toBuilder().returnConsumedCapacity(TOTAL).build());
                add(answer.consumedCapacity());
                yield answer;
            }
            case BatchWriteItemRequest some -> {
                BatchWriteItemResponse answer = real
                        .batchWriteItem(some.toBuilder().returnConsumedCapacity(TOTAL).build());
                add(answer.consumedCapacity());
                yield answer;
            }
            default -> Faulty.call(real, method, arguments);
        };
        this.client = (DynamoDbClient) Objects.requireNonNull(Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[]{DynamoDbClient.class}, counting));
    }

    /** The client. */
    public DynamoDbClient client() {
        return client;
    }

    /** The write units since the last call. */
    public double taken() {
        return units.sumThenReset();
    }

    private void add(List<ConsumedCapacity> consumed) {
        consumed.forEach(one -> units.add(one.capacityUnits()));
    }
}
