package com.sentori.console.dashboards;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.dashboards.StoredExpression.Matcher;
import com.sentori.console.sources.Frame;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.contract.pages.Page;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The readings that a backend has stored, as series with the labels that its metrics have. What was fetched is kept, and only what is new is fetched next time;
 * there is a most of it, and what is left out is said. Thread-safe; one caller at a time.
 */
public final class StoredReadings {
    /** About 50 MB. */
    private static final int MOST_READINGS = 1_000_000;
    private static final int MOST_RUNS = 500;
    private static final int PAGE = 10_000;
    /** No run takes longer, and none begins to be abandoned later. */
    private static final Duration LONGEST_RUN = Duration.ofHours(25);

    private final BackendClient backend;
    private final Clock clock;
    private final Map<String, Kept> kept = new HashMap<>();
    private int readings;

    /** Of this backend. */
    public StoredReadings(BackendClient backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    /** What is kept of a run. */
    private static final class Kept {
        private final Map<List<String>, Track> tracks = new HashMap<>();
        private @Nullable String cursor;
        private boolean complete;
    }

    /** The values of a label, of the runs of this time. */
    synchronized List<String> values(String label, Timing timing) throws BackendException {
        TreeSet<String> values = new TreeSet<>();
        for (Run run : runs(timing)) {
            switch (label) {
                case "user", "User" -> values.add(run.username());
                case "run", "RunId" -> values.add(run.id());
                case "sensor_id", "SensorId" -> values.addAll(run.params().sensorIds());
                case "type", "Type" -> {
                    fetch(run);
                    tracks(run).keySet().forEach(each -> values.add(each.getLast()));
                }
                default -> {
                    // No label of readings.
                }
            }
        }
        return List.copyOf(values);
    }

    private Map<List<String>, Track> tracks(Run run) {
        Kept of = kept.get(run.id());
        return of == null ? Map.of() : of.tracks;
    }

    /** An answer as Prometheus would give it, at the points of this time or at its end. */
    synchronized Frame answer(String refId, StoredExpression expression, boolean instant, Timing timing)
            throws BackendException {
        List<Track> tracks = new ArrayList<>();
        for (Run run : runs(timing)) {
            if (accepted(expression.matchers(), "run", run.id())
                    && accepted(expression.matchers(), "user", run.username())) {
                fetch(run);
                tracks.addAll(tracks(run).values());
            }
        }
        ClockOffset.Offset offset = backend.clockOffset().best();
        Instant now = offset == null ? clock.instant() : clock.instant().plus(offset.offset());
        List<String> notes = readings >= MOST_READINGS
                ? List.of("Only the first " + MOST_READINGS + " readings are shown: choose fewer runs.")
                : List.of();
        return new Frame(new Evaluation(tracks, refId, instant, timing).of(expression), now, now, false, notes);
    }

    private static boolean accepted(List<Matcher> matchers, String label, String value) {
        return matchers.stream().filter(each -> each.label().equals(label)).allMatch(each -> each.accepts(value));
    }

    /** The runs of this time, newest first. */
    private List<Run> runs(Timing timing) throws BackendException {
        List<Run> runs = new ArrayList<>();
        String key = null;
        int seen = 0;
        Instant earliest = timing.from().minus(LONGEST_RUN);
        do {
            Page<Run> page = backend.runs(key, 100);
            for (Run run : page.items()) {
                seen++;
                if (run.startedAt().isBefore(earliest) || seen > MOST_RUNS) {
                    return runs;
                }
                Instant end = run.finishedAt();
                if (run.startedAt().isBefore(timing.to()) && (end == null || end.isAfter(timing.from()))) {
                    runs.add(run);
                }
            }
            key = page.nextKey();
        } while (key != null);
        return runs;
    }

    private void fetch(Run run) throws BackendException {
        Kept of = kept.computeIfAbsent(run.id(), _ -> new Kept());
        while (!of.complete && readings < MOST_READINGS) {
            TailPage page = backend.tail(run.id(), of.cursor, PAGE);
            page.items()
                    .forEach(reading -> of.tracks
                            .computeIfAbsent(List.of(reading.sensorId(), reading.type()),
                                    name -> new Track(run, name.getFirst(), name.getLast()))
                            .add(reading.receivedAt().toEpochMilli(), reading.value()));
            of.tracks.values().forEach(each -> each.endedAt(run.finishedAt()));
            readings += page.items().size();
            of.complete = page.complete();
            boolean more = !page.cursor().equals(of.cursor) && !page.items().isEmpty();
            of.cursor = page.cursor();
            if (!more) {
                break;
            }
        }
    }
}
