package com.sentori.lambda.readings;

import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.lambda.log.Head;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.log.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One search under way: walks runs back from their ends until the page is full or enough work is done. Then
 * it stops where it is, so that no search costs more than a bound, whatever there is. Not thread-safe.
 */
final class Search {
    /** Bytes of packed readings that one call looks through. */
    private static final long WORK = 8_000_000;
    /** What a run, and what a slot costs beside its bytes, in bytes. */
    private static final int RUN_WORK = 2_000;
    private static final int SLOT_WORK = 500;
    private static final int LONGEST_STEP = 500;

    private final ReadingQuery query;
    private final int limit;
    private final List<Slice.Entry<Reading>> entries = new ArrayList<>();
    private @Nullable String reached;
    private long work;

    Search(ReadingQuery query, int limit) {
        this.query = query;
        this.limit = limit;
    }

    /**
     * Looks through a run, back from before this place.
     *
     * @param prefix of the positions in it
     * @return false if the search has to stop
     */
    boolean lookThrough(RunLog log, Head head, Place before, String prefix) {
        work += RUN_WORK;
        long to = Math.min(before.index() > 0 ? before.slot() : before.slot() - 1, head.slots());
        int most = 1;
        while (to >= 1) {
            if (work >= WORK) {
                reached = prefix + new Place(to + 1, 0).write();
                return false;
            }
            RunLog.Step step = log.before(head, to, most);
            for (Slot slot : step.slots()) {
                if (!lookThrough(head.runId(), slot, before, prefix)) {
                    return false;
                }
            }
            to = step.next();
            most = Math.min(2 * most + limit / 8, LONGEST_STEP);
        }
        return true;
    }

    private boolean lookThrough(String runId, Slot slot, Place before, String prefix) {
        byte[] load = slot.load();
        work += SLOT_WORK;
        if (load == null) {
            return true;
        }
        work += load.length;
        List<Reading> readings = Packing.unpack(load).stored(runId, slot.firstReading());
        int from = slot.number() == before.slot() ? before.index() : readings.size();
        for (int i = from - 1; i >= 0; i--) {
            Reading reading = readings.get(i);
            if (query.matches(reading)) {
                if (entries.size() == limit) {
                    reached = entries.getLast().position();
                    return false;
                }
                entries.add(new Slice.Entry<>(reading, prefix + new Place(slot.number(), i).write()));
            }
        }
        return true;
    }

    /** Stops before this position. */
    void stopAt(String position) {
        reached = position;
    }

    boolean isTired() {
        return work >= WORK;
    }

    Slice<Reading> found() {
        return new Slice<>(entries, reached);
    }
}
