package com.sentori.lambda.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.json.Text;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.StartRequest;
import com.sentori.lambda.answers.DynamoAnswers;
import com.sentori.lambda.log.Head;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.log.SensorIndex;
import com.sentori.lambda.log.Slot;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.tally.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Readings on DynamoDB: batches packed in the slots of their run's log. A position of the tail is where the
 * next reading will be; one of a search is the last reading seen, after the run's place if the search goes
 * over runs.
 */
public final class DynamoReadings implements Readings {
    private static final char AFTER_RUN = '|';
    /** Runs looked up at once in a search over runs. */
    private static final int RUN_STEP = 20;

    private final RunLog log;
    private final DynamoAnswers answers;
    private final SensorIndex index;
    private final Clock clock;

    /** Readings in this store, in the slots of this log. */
    public DynamoReadings(Store store, RunLog log, DynamoAnswers answers, Clock clock) {
        this.log = log;
        this.answers = answers;
        this.index = new SensorIndex(store);
        this.clock = clock;
    }

    @Override
    public List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt,
            Memo<List<Reading>> memo) {
        Set<String> unknown = index.unknown(runId, readings.stream().map(NewReading::sensorId).toList());
        if (!unknown.isEmpty()) {
            index.add(log.requireRunning(runId, receivedAt), unknown);
        }
        Batch batch = new Batch(readings, receivedAt);
        long first = log.append(runId, Packing.pack(batch), receivedAt,
                number -> memo.of(batch.stored(runId, number)).map(answers::write));
        List<Reading> stored = batch.stored(runId, first);
        Tally.stored(runId, stored);
        return stored;
    }

    @Override
    public Slice<Reading> tail(String runId, @Nullable String after, int limit) {
        Head head = head(runId).orElseThrow(() -> ContractException.runNotFound(runId));
        Place place = Place.parse(Objects.requireNonNullElse(after, "0"));
        Place next = new Place(Math.max(place.slot(), 1), place.index());
        List<Slice.Entry<Reading>> entries = new ArrayList<>();
        while (entries.size() < limit) {
            List<Slot> slots = log.after(head, next.slot(), likelySlots(head, limit - entries.size()));
            if (slots.isEmpty()) {
                return new Slice<>(entries, null);
            }
            for (Slot slot : slots) {
                next = addAll(entries, runId, slot, slot.number() == next.slot() ? next.index() : 0, limit);
                if (entries.size() == limit) {
                    break;
                }
            }
        }
        return new Slice<>(entries, next.slot() > head.slots() ? null : entries.getLast().position());
    }

    @Override
    public Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit) {
        Search search = new Search(query, limit);
        String runId = query.runId();
        if (runId != null) {
            Place before = after == null ? Place.END : Place.parse(after);
            head(runId).ifPresent(head -> search.lookThrough(log, head, before, ""));
        } else if (Text.length(Objects.requireNonNull(query.sensorId())) <= StartRequest.MAX_SENSOR_ID) {
            overRuns(search, query.sensorId(), after);
        }
        return search.found();
    }

    private void overRuns(Search search, String sensorId, @Nullable String after) {
        int cut = after == null ? -1 : after.lastIndexOf(AFTER_RUN);
        String from = after == null ? null : after.substring(0, cut);
        Place before = after == null ? Place.END : Place.parse(after.substring(cut + 1));
        boolean first = true;
        while (true) {
            List<String> places = index.places(sensorId, from, RUN_STEP);
            // After the first step the one that it begins with has been looked through.
            for (String place : first ? places : places.subList(Math.min(1, places.size()), places.size())) {
                String prefix = place + AFTER_RUN;
                if (search.isTired()) {
                    search.stopAt(prefix + Place.END.write());
                    return;
                }
                Place start = place.equals(from) && first ? before : Place.END;
                Optional<Head> head = head(SensorIndex.runIdAt(place));
                if (head.isPresent() && !search.lookThrough(log, head.get(), start, prefix)) {
                    return;
                }
            }
            if (places.size() < RUN_STEP) {
                return;
            }
            from = places.getLast();
            first = false;
        }
    }

    /** Adds the readings of a slot while there is room; returns where the next one is. */
    private static Place addAll(List<Slice.Entry<Reading>> entries, String runId, Slot slot, int from, int limit) {
        Place after = new Place(slot.number() + 1, 0);
        byte[] load = slot.load();
        if (load == null) {
            return after;
        }
        List<Reading> readings = Packing.unpack(load).stored(runId, slot.firstReading());
        for (int i = from; i < readings.size(); i++) {
            if (entries.size() == limit) {
                return new Place(slot.number(), i);
            }
            Place next = i + 1 < readings.size() ? new Place(slot.number(), i + 1) : after;
            entries.add(new Slice.Entry<>(readings.get(i), next.write()));
        }
        return after;
    }

    /** So many slots will hold as many readings, by the average of the run. */
    private static int likelySlots(Head head, int readings) {
        return head.readings() == 0 ? 1 : Math.toIntExact(readings * head.slots() / head.readings() + 1);
    }

    private Optional<Head> head(String runId) {
        return log.head(runId, Timestamps.now(clock));
    }
}
