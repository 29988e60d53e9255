package com.sentori.console.live;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One run on one backend, as it is shown: what was stored, and how far it is. Readings come in on a feed's thread;
 * everything else may be read from any.
 */
public final class LiveHalf {
    private static final long NEVER = Long.MIN_VALUE;

    private final BackendClient backend;
    private final Clock clock;
    private final SeriesStore store;
    private final Set<SeriesKey> keys = ConcurrentHashMap.newKeySet();
    private volatile long oldestMillis = Long.MAX_VALUE;
    private volatile long newestMillis = NEVER;
    private volatile Run run;
    private volatile @Nullable Drive drive;
    private volatile @Nullable TailFeed feed;

    LiveHalf(BackendClient backend, Run run, SeriesStore store, Clock clock) {
        this.backend = backend;
        this.run = run;
        this.store = store;
        this.clock = clock;
    }

    /** Takes what the backend gives back; on a feed's thread. */
    void accept(List<Reading> readings) {
        for (Reading reading : readings) {
            long time = reading.timestamp().toEpochMilli();
            SeriesKey key = new SeriesKey(name(), reading.runId(), reading.sensorId(), reading.type());
            if (store.append(key, time, reading.value())) {
                keys.add(key);
            }
            oldestMillis = Math.min(oldestMillis, time);
            newestMillis = Math.max(newestMillis, time);
        }
    }

    /** Is driven by this console. */
    void drivenBy(Drive now) {
        drive = now;
    }

    /** Is driven elsewhere, and followed from here. */
    void follow() {
        feed = new TailFeed(backend, run.id(), this::accept, clock);
    }

    /** Takes over how the run stands. */
    void heard(Run now) {
        run = now;
    }

    /** The backend. */
    public BackendClient backend() {
        return backend;
    }

    /** The backend's name. */
    public String name() {
        return backend.profile().name();
    }

    /** The run, as last heard. */
    public Run run() {
        Drive driven = drive;
        return driven == null ? run : driven.progress().run();
    }

    /** How it stands now. */
    public State state() {
        Duration age = newestMillis == NEVER
                ? null
                : Duration.between(Instant.ofEpochMilli(newestMillis), clock.instant());
        Drive driven = drive;
        if (driven != null) {
            Drive.Progress progress = driven.progress();
            boolean over = progress.phase() == Drive.Phase.ENDED;
            return new State(progress.run(), progress.phase(), progress.acknowledged(), progress.stored(),
                    progress.late(), age, over, progress.phase() == Drive.Phase.RETRYING, progress.check());
        }
        TailFeed followed = feed;
        TailFeed.Progress progress = followed == null
                ? new TailFeed.Progress(0, null, null, false)
                : followed.progress();
        return new State(run, null, 0, progress.delivered(), Duration.ZERO, age, progress.complete(),
                progress.fault() != null, null);
    }

    /** The series seen so far. */
    Set<SeriesKey> keys() {
        return keys;
    }

    /** The series of a key. */
    Series series(SeriesKey key) {
        return store.series(key);
    }

    /** The newest value of a sensor, of whatever type; null without one. */
    @Nullable
    Double newestOf(String sensorId) {
        Series.Sample newest = store.series(new SeriesKey(name(), run.id(), sensorId, IngestRequest.STANDARD_TYPE))
                .newest();
        return newest == null ? null : newest.value();
    }

    /** Time of the oldest reading in epoch milliseconds; {@link Long#MAX_VALUE} without one. */
    long oldest() {
        return oldestMillis;
    }

    /** Time of the newest reading in epoch milliseconds; {@link Long#MIN_VALUE} without one. */
    long newest() {
        return newestMillis;
    }

    /** Follows no longer, and lets go of what was seen. A run that is driven from here goes on. */
    void release() {
        store.remove(name(), run.id());
        TailFeed followed = feed;
        if (followed != null) {
            followed.close();
        }
    }

    /**
     * How a half stands.
     *
     * @param run as last heard
     * @param phase of the drive; null if it is driven elsewhere
     * @param sent readings that the backend acknowledged; 0 if it is driven elsewhere
     * @param stored readings that came back by the live tail
     * @param late how long after its due time the last batch was acknowledged
     * @param age of the newest reading; null without one
     * @param over whether nothing more will come
     * @param troubled whether the backend does not take or give readings at the moment
     * @param check at the end of a drive; null before, and if it is driven elsewhere
     */
    public record State(Run run, Drive.@Nullable Phase phase, long sent, long stored, Duration late,
            @Nullable Duration age, boolean over, boolean troubled, @Nullable RunCheck check) {
        /** Whether it was checked, and every reading that was sent is stored once. */
        public boolean passed() {
            return check != null && check.passed();
        }

        /** Whether this console drives it. */
        public boolean isDriven() {
            return phase != null;
        }
    }
}
