package com.sentori.lambda.runs;

import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The id of the store: made by whoever asks first, the same ever after. Thread-safe. */
public final class StoreId implements Supplier<String> {
    private static final Item KEY = Item.key("store", "id");

    private final Store store;
    private volatile @Nullable String known;

    /** Of this store. */
    public StoreId(Store store) {
        this.store = store;
    }

    @Override
    public String get() {
        String id = known;
        if (id == null) {
            id = store.get(store.tables().runs(), KEY).map(item -> item.text("id")).orElseGet(this::create);
            known = id;
        }
        return id;
    }

    private String create() {
        String id = UUID.randomUUID().toString();
        Written written = store.put(PutItemRequest.builder()
                .tableName(store.tables().runs())
                .item(KEY.with("id", id).values())
                .conditionExpression("attribute_not_exists(sk)"));
        return written instanceof Written.Refused refused ? refused.found().text("id") : id;
    }
}
