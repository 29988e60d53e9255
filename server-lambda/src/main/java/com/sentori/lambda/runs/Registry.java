package com.sentori.lambda.runs;

import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.runs.Run;
import com.sentori.lambda.log.Head;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The one item that names the runs that may be RUNNING, and the months in which runs started. A run enters it
 * in the transaction that starts it, on condition that the set is not full: so the limit is exact. It leaves
 * after its end: until then the set may name a run that has ended, never the other way round.
 */
final class Registry {
    private static final Item KEY = Item.key("registry", "registry");

    private final Store store;

    /** Runs that start stay so long. */
    Registry(Store store) {
        this.store = store;
    }

    /**
     * What it says.
     *
     * @param runIds those that may be RUNNING
     * @param months in which runs started, as 2026-11
     */
    record Entries(Set<String> runIds, Set<String> months) {
        Entries {
            runIds = Set.copyOf(runIds);
            months = Set.copyOf(months);
        }
    }

    Entries read() {
        Item item = store.get(store.tables().runs(), KEY).orElse(Item.EMPTY);
        return new Entries(item.texts("running"), item.texts("months"));
    }

    /**
     * Starts a run with all its items.
     *
     * @param kept with it
     * @return false if the set is full
     * @throws AlreadyDone if what is to be kept is kept already
     */
    boolean enter(Run run, Head head, int maxRunning, Optional<TransactWriteItem> kept) {
        String place = RunItems.place(run);
        Item values = Item.EMPTY.with(":id", Set.of(run.id()))
                .with(":month", Set.of(RunItems.monthOf(place)))
                .with(":max", maxRunning);
        TransactWriteItem entry = TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(store.tables().runs())
                        .key(KEY.values())
                        .updateExpression("ADD running :id, months :month")
                        .conditionExpression("attribute_not_exists(running) OR size(running) < :max")
                        .expressionAttributeValues(values.values())
                        .build())
                .build();
        Item listed = Item.key(RunItems.listPartition(RunItems.monthOf(place)), place).until(head.until());
        List<TransactWriteItem> writes = Stream.of(Stream.of(entry),
                Stream.of(head.toItem(), RunItems.of(run).until(head.until()), listed).map(this::put), kept.stream())
                .flatMap(Function.identity())
                .toList();
        return switch (store.transact(writes)) {
            case Written.Done done -> true;
            case Written.Refused refused when refused.at() == 0 -> false;
            case Written.Refused refused -> throw new AlreadyDone();
        };
    }

    /** Takes out runs that have ended. */
    void leave(Set<String> ended) {
        if (!ended.isEmpty()) {
            store.update(UpdateItemRequest.builder()
                    .tableName(store.tables().runs())
                    .key(KEY.values())
                    .updateExpression("DELETE running :ended")
                    .expressionAttributeValues(Item.EMPTY.with(":ended", ended).values()));
        }
    }

    /** Takes out a month of which no run is left; runs start in later ones. */
    void forget(String month) {
        store.update(UpdateItemRequest.builder()
                .tableName(store.tables().runs())
                .key(KEY.values())
                .updateExpression("DELETE months :month")
                .expressionAttributeValues(Item.EMPTY.with(":month", Set.of(month)).values()));
    }

    private TransactWriteItem put(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(store.tables().runs()).item(item.values()).build())
                .build();
    }
}
