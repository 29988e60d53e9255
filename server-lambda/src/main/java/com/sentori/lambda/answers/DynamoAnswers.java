package com.sentori.lambda.answers;

import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The answers that are kept on DynamoDB, an item each. DynamoDB deletes them some time after their 24 hours; by then they
 * count as gone.
 */
public final class DynamoAnswers implements Answers {
    private static final String FREE = "attribute_not_exists(pk) OR expiresAt <= :now";
    private static final String RESERVED = "attribute_not_exists(body) AND digest = :digest";
    private static final String NOTE = "note";

    private final Store store;

    /** The answers of this store. */
    public DynamoAnswers(Store store) {
        this.store = store;
    }

    @Override
    public Optional<KeptAnswer> find(String scope, Instant now) {
        return store.get(store.tables().runs(), key(scope))
                .filter(item -> item.has("body") && item.number("expiresAt") > now.getEpochSecond())
                .map(item -> new KeptAnswer(new IdempotencyKey(scope, item.text("digest")),
                        Instant.ofEpochMilli(item.number("at")), Math.toIntExact(item.number("status")),
                        item.textIfAny("location"), item.bytes("body")));
    }

    /** Keeps it in the transaction of its effect, which is refused at this write if the scope is taken. */
    public TransactWriteItem write(KeptAnswer answer) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(store.tables().runs())
                        .item(item(answer).values())
                        .conditionExpression(FREE)
                        .expressionAttributeValues(now(answer.at()).values())
                        .build())
                .build();
    }

    /**
     * Keeps it after an effect that can be repeated without harm.
     *
     * @throws AlreadyDone if the scope is taken
     */
    public void keep(KeptAnswer answer) {
        requireDone(store.put(put(item(answer)).conditionExpression(FREE)
                .expressionAttributeValues(now(answer.at()).values())));
    }

    /**
     * Takes a scope before an effect of several steps, with a note of what is to be done. Whoever comes with the same
     * call meanwhile, or after a crash, gets the first one's note and does the same.
     *
     * @throws AlreadyDone if the call has been answered, or came with another body
     */
    public Set<String> reserve(IdempotencyKey key, Instant now, Set<String> note) {
        Item free = key(key.scope()).with("digest", key.digest()).with("expiresAt", expiry(now));
        Item item = note.isEmpty() ? free : free.with(NOTE, note);
        return switch (store.put(put(item).conditionExpression(FREE)
                .expressionAttributeValues(now(now).values()))) {
            case Written.Done done -> note;
            case Written.Refused refused when refused.found().has("body")
                    || !key.digest().equals(refused.found().textIfAny("digest")) ->
                throw new AlreadyDone();
            case Written.Refused refused -> refused.found().texts(NOTE);
        };
    }

    /**
     * Keeps the answer of a scope that was reserved.
     *
     * @throws AlreadyDone if another one has kept it first
     */
    public void complete(KeptAnswer answer) {
        requireDone(store.put(put(item(answer)).conditionExpression(RESERVED)
                .expressionAttributeValues(Item.EMPTY.with(":digest", answer.key().digest()).values())));
    }

    private PutItemRequest.Builder put(Item item) {
        return PutItemRequest.builder().tableName(store.tables().runs()).item(item.values());
    }

    private static void requireDone(Written written) {
        if (written instanceof Written.Refused) {
            throw new AlreadyDone();
        }
    }

    private static Item item(KeptAnswer answer) {
        Item item = key(answer.key().scope()).with("digest", answer.key().digest())
                .with("at", answer.at().toEpochMilli())
                .with("expiresAt", expiry(answer.at()))
                .with("status", answer.status())
                .with("body", answer.body());
        String location = answer.location();
        return location == null ? item : item.with("location", location);
    }

    private static Item key(String scope) {
        return Item.key("answer#" + scope, "answer");
    }

    private static Item now(Instant now) {
        return Item.EMPTY.with(":now", now.getEpochSecond());
    }

    private static long expiry(Instant at) {
        return at.plus(KeptAnswer.TIME).getEpochSecond();
    }
}
