package com.sentori.lambda.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Named values: an item, its key, or the values of an expression.
 *
 * @param values by name
 */
public record Item(Map<String, AttributeValue> values) {
    /** The attribute by which DynamoDB deletes old items, in seconds since 1970. */
    public static final String EXPIRES_AT = "expiresAt";
    /** None. */
    public static final Item EMPTY = new Item(Map.of());

    /** Keeps its own copy. */
    public Item {
        values = Map.copyOf(values);
    }

    /** The key of an item. */
    public static Item key(String partition, String sort) {
        return EMPTY.with("pk", partition).with("sk", sort);
    }

    /** The key of this item. */
    public Item key() {
        return key(text("pk"), text("sk"));
    }

    /** This and a text. */
    public Item with(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    /** This and a number. */
    public Item with(String name, long value) {
        return with(name, AttributeValue.fromN(Long.toString(value)));
    }

    /** This and bytes. */
    public Item with(String name, byte[] value) {
        return with(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }

    /** This and a set of texts, which must not be empty. */
    public Item with(String name, Set<String> value) {
        return with(name, AttributeValue.builder().ss(value).build());
    }

    /** This, to be deleted by DynamoDB some time after; for good if null. */
    public Item until(@Nullable Instant end) {
        return end == null ? this : with(EXPIRES_AT, end.getEpochSecond());
    }

    /** When DynamoDB may delete it; null for never. */
    public @Nullable Instant until() {
        return has(EXPIRES_AT) ? Instant.ofEpochSecond(number(EXPIRES_AT)) : null;
    }

    private Item with(String name, AttributeValue value) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(name, value);
        return new Item(all);
    }

    /** Whether it holds nothing. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether it has a value of this name. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text that is there. */
    public String text(String name) {
        return Objects.requireNonNull(value(name).s(), name);
    }

    /** A text; null without. */
    public @Nullable String textIfAny(String name) {
        return has(name) ? text(name) : null;
    }

    /** A number that is there. */
    public long number(String name) {
        return Long.parseLong(Objects.requireNonNull(value(name).n(), name));
    }

    /** Bytes that are there. */
    public byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    /** A set of texts; empty without. */
    public Set<String> texts(String name) {
        return has(name) ? Set.copyOf(value(name).ss()) : Set.of();
    }

    private AttributeValue value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
