package com.sentori.console.reports;

import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.journal.Segment;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** This machine's journal of what it saw, block by block. */
final class JournalSource implements Source {
    private final Journal journal;
    private final SeenRun seen;
    private long place;
    private long unseen;
    private boolean complete;

    JournalSource(Journal journal, SeenRun seen) {
        this.journal = journal;
        this.seen = seen;
    }

    @Override
    public Run run() {
        return seen.run();
    }

    @Override
    public Half.Backend backend() {
        return new Half.Backend(seen.backend(), null, null, seen.store(), null, null, null, Half.Source.JOURNAL);
    }

    @Override
    public Extent read(Taker taker) throws IOException {
        place = 0;
        unseen = 0;
        complete = false;
        try {
            journal.read(seen.store(), seen.run().id(), Long.MIN_VALUE, Long.MAX_VALUE, segment -> {
                try {
                    take(segment, taker);
                    Source.requireWanted();
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Extent(complete && unseen == 0, unseen);
    }

    private void take(Segment segment, Taker taker) throws IOException {
        Arrivals arrivals = segment.arrivals();
        List<Reading> readings = new ArrayList<>(arrivals.size());
        unseen += Math.max(0, segment.after() - place);
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.place(i) > place) {
                readings.add(reading(segment, i));
            }
        }
        place = Math.max(place, segment.last());
        complete = segment.complete();
        taker.take(readings);
    }

    private static Reading reading(Segment segment, int index) {
        Arrivals arrivals = segment.arrivals();
        Segment.Name name = segment.series().get(arrivals.series(index));
        long seq = arrivals.seq(index);
        return new Reading(segment.runId() + "-" + arrivals.place(index), segment.runId(), name.sensorId(),
                name.type(), arrivals.value(index), Instant.ofEpochMilli(arrivals.time(index)),
                seq == Arrivals.NO_SEQ ? null : Long.valueOf(seq), Instant.ofEpochMilli(arrivals.received(index)));
    }
}
