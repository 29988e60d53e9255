package com.sentori.lambda.store;

import com.sentori.contract.errors.ContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Calls to DynamoDB. The one place that tries again: throttling, conflicts, faults of the service and broken
 * connections are tried again with jitter while {@link Patience} lasts, then every method throws
 * {@link ContractException} STORE_UNAVAILABLE. A call may therefore have been carried out twice; who cares
 * recognises its own write. All reads are strongly consistent unless said otherwise. Thread-safe.
 */
public final class Store {
    private static final int BATCH_GET = 100;
    private static final int BATCH_WRITE = 25;
    private static final int TRANSACTION = 100;

    private final DynamoDbClient client;
    private final TableNames tables;

    /** Calls through this client, which should not try again by itself. */
    public Store(DynamoDbClient client, TableNames tables) {
        this.client = client;
        this.tables = tables;
    }

    /** What the tables are called. */
    public TableNames tables() {
        return tables;
    }

    /** The item of a key. */
    public Optional<Item> get(String table, Item key) {
        Map<String, AttributeValue> item = patiently(
                () -> client.getItem(get -> get.tableName(table).key(key.values()).consistentRead(true))).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(new Item(item));
    }

    /** The items of these keys that are there, in any order. */
    public List<Item> getAll(String table, List<Item> keys, boolean consistent) {
        List<Item> found = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += BATCH_GET) {
            List<Item> step = keys.subList(from, Math.min(from + BATCH_GET, keys.size()));
            Map<String, KeysAndAttributes> wanted = Map.of(table,
                    KeysAndAttributes.builder()
                            .keys(step.stream().map(Item::values).toList())
                            .consistentRead(consistent)
                            .build());
            Patience patience = new Patience();
            while (!wanted.isEmpty()) {
                BatchGetItemRequest some = BatchGetItemRequest.builder().requestItems(wanted).build();
                BatchGetItemResponse answer = patiently(() -> client.batchGetItem(some));
                answer.responses().values().forEach(items -> items.forEach(item -> found.add(new Item(item))));
                wanted = answer.unprocessedKeys();
                requirePatience(patience, wanted.isEmpty());
            }
        }
        return found;
    }

    /**
     * Puts items without a condition, in no order and not all at once. Few go at one write unit each; of many,
     * {@value #TRANSACTION} go in a call at two units each, for whoever waits for thousands counts calls.
     */
    public void putAll(String table, List<Item> items) {
        boolean many = items.size() > TRANSACTION;
        int step = many ? TRANSACTION : BATCH_WRITE;
        for (int from = 0; from < items.size(); from += step) {
            List<Item> some = items.subList(from, Math.min(from + step, items.size()));
            if (many) {
                transact(some.stream().map(item -> TransactWriteItem.builder().put(put(table, item)).build()).toList());
            } else {
                putSome(table, some);
            }
        }
    }

    private void putSome(String table, List<Item> items) {
        Map<String, List<WriteRequest>> wanted = Map.of(table,
                items.stream()
                        .map(item -> PutRequest.builder().item(item.values()).build())
                        .map(put -> WriteRequest.builder().putRequest(put).build())
                        .toList());
        Patience patience = new Patience();
        while (!wanted.isEmpty()) {
            BatchWriteItemRequest some = BatchWriteItemRequest.builder().requestItems(wanted).build();
            wanted = patiently(() -> client.batchWriteItem(some)).unprocessedItems();
            requirePatience(patience, wanted.isEmpty());
        }
    }

    private static Put put(String table, Item item) {
        return Put.builder().tableName(table).item(item.values()).build();
    }

    /** One page of a query. */
    public QueryResponse query(QueryRequest.Builder query) {
        QueryRequest request = query.consistentRead(true).build();
        return patiently(() -> client.query(request));
    }

    /** Puts an item on a condition. */
    public Written put(PutItemRequest.Builder put) {
        PutItemRequest request = put
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return conditionally(() -> {
            client.putItem(request);
            return new Written.Done(Item.EMPTY);
        });
    }

    /** Updates an item on a condition. */
    public Written update(UpdateItemRequest.Builder update) {
        UpdateItemRequest request = update.returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return conditionally(() -> new Written.Done(new Item(client.updateItem(request).attributes())));
    }

    /** Writes all or nothing, once: a try whose answer was lost is recognised by its token. */
    public Written transact(List<TransactWriteItem> writes) {
        Patience patience = new Patience();
        while (true) {
            TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                    .transactItems(writes)
                    .clientRequestToken(UUID.randomUUID().toString())
                    .build();
            try {
                return patiently(() -> {
                    client.transactWriteItems(request);
                    return new Written.Done(Item.EMPTY);
                });
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                for (int i = 0; i < reasons.size(); i++) {
                    if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                        return new Written.Refused(i, new Item(reasons.get(i).item()));
                    }
                }
                if (!patience.pause()) {
                    throw ContractException.storeUnavailable(e);
                }
            }
        }
    }

    private Written conditionally(Supplier<Written> write) {
        try {
            return patiently(write);
        } catch (ConditionalCheckFailedException e) {
            return new Written.Refused(0, new Item(e.hasItem() ? e.item() : Map.of()));
        }
    }

    private static <T> T patiently(Supplier<T> call) {
        Patience patience = new Patience();
        while (true) {
            try {
                return call.get();
            } catch (ConditionalCheckFailedException | TransactionCanceledException e) {
                throw e;
            } catch (SdkException e) {
                if (!Fault.isPassing(e) || !patience.pause()) {
                    throw ContractException.storeUnavailable(e);
                }
            }
        }
    }

    private static void requirePatience(Patience patience, boolean done) {
        if (!done && !patience.pause()) {
            throw ContractException.storeUnavailable(new IllegalStateException("DynamoDB left parts undone"));
        }
    }
}
