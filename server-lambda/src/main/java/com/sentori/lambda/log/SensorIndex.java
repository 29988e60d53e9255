package com.sentori.lambda.log;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Timestamps;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Which runs a sensor took part in, newest first: one small item for each sensor and run, there before the
 * first of its readings is stored. It may name a run of which the sensor has none. What is known to be there is kept in
 * memory. Thread-safe.
 */
public final class SensorIndex {
    private static final int RUNS_KEPT = 16;
    private static final int SENSORS_KEPT = 10_000;
    private static final System.Logger LOG = System.getLogger(SensorIndex.class.getName());

    private final Store store;
    private final Map<String, Set<String>> known = new LinkedHashMap<>(RUNS_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > RUNS_KEPT;
        }
    };

    /** The index in this store. */
    public SensorIndex(Store store) {
        this.store = store;
    }

    /** Those of the sensors that are not known to be in the index for this run. */
    public Set<String> unknown(String runId, Collection<String> sensorIds) {
        Set<String> unknown = new LinkedHashSet<>(sensorIds);
        synchronized (known) {
            unknown.removeAll(known.getOrDefault(runId, Set.of()));
        }
        return unknown;
    }

    /**
     * Adds the sensors that a run that just started was told of, so that its first readings need not wait for it. What
     * cannot be added now is added with them.
     */
    public void announce(Head head, Collection<String> sensorIds) {
        try {
            store.putAll(store.tables().sensorData(), entries(head, sensorIds));
        } catch (ContractException e) {
            LOG.log(System.Logger.Level.DEBUG, "the store is busy; readings will add their sensors", e);
        }
    }

    /** Sees to it that the index has these sensors for this run. */
    public void add(Head head, Set<String> sensorIds) {
        List<Item> entries = entries(head, sensorIds);
        // Reading costs a tenth of writing, and entries stay as long as the run: a stale answer does no harm.
        Set<Item> there = new HashSet<>(
                store.getAll(store.tables().sensorData(), entries.stream().map(Item::key).toList(), false));
        store.putAll(store.tables().sensorData(),
                entries.stream().filter(entry -> !there.contains(entry)).toList());
        synchronized (known) {
            Set<String> sensors = known.computeIfAbsent(head.runId(), id -> new HashSet<>());
            if (sensors.size() + sensorIds.size() > SENSORS_KEPT) {
                sensors.clear();
            }
            sensors.addAll(sensorIds);
        }
    }

    private static List<Item> entries(Head head, Collection<String> sensorIds) {
        String place = Timestamps.write(head.startedAt()) + "#" + head.runId();
        return sensorIds.stream().map(sensor -> Item.key(partition(sensor), place).until(head.until())).toList();
    }

    /** Places of runs from this one on (itself included), newest first, at most so many. */
    public List<String> places(String sensorId, @Nullable String from, int limit) {
        Item partition = Item.EMPTY.with(":sensor", partition(sensorId));
        return store.query(QueryRequest.builder()
                .tableName(store.tables().sensorData())
                .keyConditionExpression(from == null ? "pk = :sensor" : "pk = :sensor AND sk <= :from")
                .expressionAttributeValues((from == null ? partition : partition.with(":from", from)).values())
                .scanIndexForward(false)
                .limit(limit)).items().stream().map(item -> new Item(item).text("sk")).toList();
    }

    /** The run at a place. */
    public static String runIdAt(String place) {
        return place.substring(place.indexOf('#') + 1);
    }

    private static String partition(String sensorId) {
        return "sensor#" + sensorId;
    }
}
