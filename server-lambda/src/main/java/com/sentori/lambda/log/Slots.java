package com.sentori.lambda.log;

import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The slots in the store. A slot is written once, by whoever comes first: the writer who was given it, or
 * someone who closes it. {@value #BLOCK} slots share a partition key, so that a busy run moves from one
 * partition to the next while a range of slots stays a short list of queries.
 */
final class Slots {
    static final int BLOCK = 1024;

    private static final String ABSENT = "attribute_not_exists(sk)";
    private static final String RANGE = "pk = :block AND sk BETWEEN :from AND :to";

    private final Store store;

    Slots(Store store) {
        this.store = store;
    }

    /**
     * Fills consecutive slots, all or none.
     *
     * @param along what is written in the same step
     */
    Filling fill(Head head, long first, long firstReading, List<Load> loads, Optional<TransactWriteItem> along) {
        String token = UUID.randomUUID().toString();
        List<Item> items = new ArrayList<>(loads.size());
        long reading = firstReading;
        for (Load load : loads) {
            items.add(key(head.runId(), first + items.size()).with("first", reading)
                    .with("load", load.bytes())
                    .with("token", token)
                    .until(head.until()));
            reading += load.readings();
        }
        boolean alone = items.size() == 1 && along.isEmpty();
        Written written = alone
                ? put(items.getFirst())
                : store.transact(Stream.concat(items.stream().map(this::write), along.stream()).toList());
        return switch (written) {
            case Written.Done done -> Filling.FILLED;
            case Written.Refused refused when refused.at() == items.size() -> Filling.REFUSED;
            // The answer to an earlier try was lost: what stands there is our own.
            case Written.Refused refused when alone && token.equals(refused.found().textIfAny("token")) ->
                Filling.FILLED;
            case Written.Refused refused -> Filling.CLOSED_BEFORE;
        };
    }

    /** What came of filling slots. */
    enum Filling {
        /** They are filled. */
        FILLED,
        /** At least one was closed before; none is filled. */
        CLOSED_BEFORE,
        /** What goes along was refused; none is filled. */
        REFUSED
    }

    private TransactWriteItem write(Item item) {
        return TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(store.tables().sensorData())
                        .item(item.values())
                        .conditionExpression(ABSENT)
                        .build())
                .build();
    }

    /** Closes those slots of the range that nobody has filled; whoever comes later to fill one is refused. */
    void close(Head head, long from, long to) {
        Set<Long> filled = new HashSet<>(numbers(head.runId(), from, to));
        LongStream.rangeClosed(from, to)
                .filter(slot -> !filled.contains(slot))
                // Refused: it was filled meanwhile.
                .forEach(slot -> put(key(head.runId(), slot).until(head.until())));
    }

    /** Those of the range that are filled or closed, in order, at most so many. */
    List<Slot> range(String runId, long from, long to, int most) {
        List<Slot> found = new ArrayList<>();
        for (long block = from / BLOCK; from <= to && block <= to / BLOCK && found.size() < most; block++) {
            Map<String, AttributeValue> next = Map.of();
            do {
                QueryRequest.Builder query = query(runId, block, from, to).limit(most - found.size());
                QueryResponse page = store.query(next.isEmpty() ? query : query.exclusiveStartKey(next));
                page.items().forEach(item -> found.add(slot(new Item(item))));
                next = page.lastEvaluatedKey();
            } while (!next.isEmpty() && found.size() < most);
        }
        return found;
    }

    /** The last ones up to {@code to} that are filled or closed, last first: one page of one block. */
    Backward before(String runId, long to, int most) {
        long block = to / BLOCK;
        QueryResponse page = store.query(query(runId, block, 1, to).scanIndexForward(false).limit(most));
        List<Slot> found = page.items().stream().map(item -> slot(new Item(item))).toList();
        long next = page.lastEvaluatedKey().isEmpty() ? block * BLOCK - 1 : found.getLast().number() - 1;
        return new Backward(found, next);
    }

    /**
     * A step back through a log.
     *
     * @param slots last first
     * @param next where to go on; below 1 at the beginning
     */
    record Backward(List<Slot> slots, long next) {
        Backward {
            slots = List.copyOf(slots);
        }
    }

    private List<Long> numbers(String runId, long from, long to) {
        List<Long> found = new ArrayList<>();
        for (long block = from / BLOCK; from <= to && block <= to / BLOCK; block++) {
            Map<String, AttributeValue> next = Map.of();
            do {
                QueryRequest.Builder query = query(runId, block, from, to).projectionExpression("sk");
                QueryResponse page = store.query(next.isEmpty() ? query : query.exclusiveStartKey(next));
                page.items().forEach(item -> found.add(Long.parseLong(new Item(item).text("sk"))));
                next = page.lastEvaluatedKey();
            } while (!next.isEmpty());
        }
        return found;
    }

    private QueryRequest.Builder query(String runId, long block, long from, long to) {
        Item values = Item.EMPTY.with(":block", partition(runId, block))
                .with(":from", sort(Math.max(from, block * BLOCK)))
                .with(":to", sort(Math.min(to, block * BLOCK + BLOCK - 1)));
        return QueryRequest.builder()
                .tableName(store.tables().sensorData())
                .keyConditionExpression(RANGE)
                .expressionAttributeValues(values.values());
    }

    private Written put(Item item) {
        return store.put(PutItemRequest.builder()
                .tableName(store.tables().sensorData())
                .item(item.values())
                .conditionExpression(ABSENT));
    }

    private static Slot slot(Item item) {
        long number = Long.parseLong(item.text("sk"));
        return item.has("load")
                ? new Slot(number, item.number("first"), item.bytes("load"))
                : new Slot(number, 0, null);
    }

    private static Item key(String runId, long slot) {
        return Item.key(partition(runId, slot / BLOCK), sort(slot));
    }

    private static String partition(String runId, long block) {
        return "run#" + runId + "#" + block;
    }

    /** Sorts as text the way it sorts as a number. */
    private static String sort(long slot) {
        return String.format("%012d", slot);
    }
}
