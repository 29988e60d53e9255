package com.sentori.console.series;

import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Readings of a run as a backend would have them, and what a series has of them. */
final class Some {
    static final RunKey RUN = new RunKey("store-1", "run-1");
    static final int SENSORS = 4;

    private Some() {}

    /** The reading at a place: sensors take turns, each ten times a second; the value is the place. */
    static Reading reading(long place) {
        Instant time = Instant.ofEpochMilli(1_000_000 + place / SENSORS * 100);
        return new Reading(RUN.runId() + "-" + place, RUN.runId(), "sensor-" + place % SENSORS, "temperature", place,
                time,
                place, time.plusMillis(7));
    }

    static List<Reading> readings(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Some::reading).toList();
    }

    /** The values of a run's series from its memory, which are places. */
    static List<Long> places(RunSeries run) {
        List<Long> places = new ArrayList<>();
        run.all().forEach(series -> series.each((_, value) -> places.add((long) value)));
        places.sort(Long::compare);
        return places;
    }

    static List<Long> all(long to) {
        return LongStream.rangeClosed(1, to).boxed().toList();
    }
}
