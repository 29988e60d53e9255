package com.sentori.lambda.log;

import com.sentori.contract.runs.Ending;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The heads in the store: each change is one conditional update of one item, so no two of them cross. */
final class Heads {
    /** Not expired: the planned end or the last arrival lies after the edge, which is now less the grace. */
    private static final String TAKES_READINGS = "phase = :running AND (plannedEnd > :edge OR lastArrival > :edge)";
    private static final String END = "SET phase = :ending, endStatus = :status, endReason = :reason,"
            + " endedAt = :at, endToken = :token";

    private final Store store;

    Heads(Store store) {
        this.store = store;
    }

    Optional<Head> get(String runId) {
        return store.get(store.tables().runs(), Head.key(runId)).map(Head::of);
    }

    List<Head> getAll(Collection<String> runIds) {
        return store.getAll(store.tables().runs(), runIds.stream().map(Head::key).toList(), true)
                .stream()
                .map(Head::of)
                .toList();
    }

    /** Gives out slots and numbers if the run takes readings. */
    Written allot(String runId, int slots, int readings, Instant arrival, Instant edge) {
        Item values = running(edge).with(":slots", slots)
                .with(":readings", readings)
                .with(":arrival", arrival.toEpochMilli());
        return store.update(update(runId, values)
                .updateExpression(
                        "SET slots = slots + :slots, numbered = numbered + :readings," + " lastArrival = :arrival")
                .conditionExpression(TAKES_READINGS));
    }

    /** Ends it on a caller's wish, if it takes readings. */
    Written end(String runId, Ending ending, String token, Instant edge) {
        return end(runId, ending, token, running(edge), TAKES_READINGS);
    }

    /** Ends it because it has expired, if no slot was given out since it was seen. */
    Written expire(Head seen, Ending ending, String token) {
        Item values = Item.EMPTY.with(":running", Head.Phase.RUNNING.name()).with(":seen", seen.slots());
        return end(seen.runId(), ending, token, values, "phase = :running AND slots = :seen");
    }

    private Written end(String runId, Ending ending, String token, Item known, String condition) {
        Item values = known.with(":ending", Head.Phase.ENDING.name())
                .with(":status", ending.status().name())
                .with(":reason", ending.reason().name())
                .with(":at", ending.at().toEpochMilli())
                .with(":token", token);
        String error = ending.errorMessage();
        UpdateItemRequest.Builder update = error == null
                ? update(runId, values).updateExpression(END)
                : update(runId, values.with(":error", error)).updateExpression(END + ", endError = :error");
        return store.update(update.conditionExpression(condition));
    }

    /** Makes the end visible, once its slots are closed. */
    void close(String runId) {
        Item values = Item.EMPTY.with(":ending", Head.Phase.ENDING.name()).with(":ended", Head.Phase.ENDED.name());
        // Refused: another one has made it visible.
        store.update(update(runId, values).updateExpression("SET phase = :ended")
                .conditionExpression("phase = :ending"));
    }

    /** Notes that all slots up to this one are filled for good. */
    void settled(String runId, long slot) {
        // Refused: another one has come further.
        store.update(update(runId, Item.EMPTY.with(":slot", slot)).updateExpression("SET settled = :slot")
                .conditionExpression("settled < :slot"));
    }

    private static Item running(Instant edge) {
        return Item.EMPTY.with(":running", Head.Phase.RUNNING.name()).with(":edge", edge.toEpochMilli());
    }

    private UpdateItemRequest.Builder update(String runId, Item values) {
        return UpdateItemRequest.builder()
                .tableName(store.tables().runs())
                .key(Head.key(runId).values())
                .expressionAttributeValues(values.values());
    }
}
