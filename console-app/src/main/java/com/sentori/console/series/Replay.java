package com.sentori.console.series;

import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Segment;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes readings again of what was kept of a run, up to the first that is missing. Not thread-safe. */
final class Replay {
    private final String runId;
    private final Consumer<List<Reading>> to;
    private long last;
    private RunSeries.Place next = RunSeries.Place.START;
    private boolean complete;
    private boolean skipped;

    Replay(String runId, Consumer<List<Reading>> to) {
        this.runId = runId;
        this.to = to;
    }

    /** Goes through all that was kept, as often as it takes: a stretch that was fetched late was written behind those that follow it. */
    void through(Consumer<Predicate<Segment>> all, BooleanSupplier goesOn) {
        long before;
        do {
            before = last;
            skipped = false;
            all.accept(segment -> goesOn.getAsBoolean() && take(segment));
        } while (skipped && last > before);
    }

    private boolean take(Segment segment) {
        if (segment.after() > last) {
            skipped = true;
            return true;
        }
        Arrivals kept = segment.arrivals();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.place(i) > last) {
                readings.add(reading(segment.series().get(kept.series(i)), kept, i));
            }
        }
        if (!readings.isEmpty()) {
            to.accept(readings);
        }
        last = Math.max(last, segment.last());
        if (segment.cursor() != null && segment.last() == last) {
            next = new RunSeries.Place(last, segment.cursor());
        }
        complete |= segment.complete();
        return true;
    }

    private Reading reading(Segment.Name name, Arrivals kept, int at) {
        long seq = kept.seq(at);
        return Reading.of(runId, kept.place(at), new NewReading(name.sensorId(), name.type(), kept.value(at),
                Instant.ofEpochMilli(kept.time(at)), seq == Arrivals.NO_SEQ ? null : seq),
                Instant.ofEpochMilli(kept.received(at)));
    }

    RunSeries.Replayed done() {
        return new RunSeries.Replayed(last, next, complete);
    }
}
