package com.sentori.console.series;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All series of the program, kept whatever screen is open: history belongs to the program and not to a view. Feeds append from their own threads; a screen asks
 * for {@link #seriesOf} and looks for new ones when {@link #revision} has changed. Memory is bounded twice: each series keeps at most {@code samplesPerSeries},
 * and when all together reach {@code bytes} a series stops growing and drops its oldest samples instead. Any thread.
 */
public final class SeriesStore {

    /** A series this long shows more than 3 hours of 10 readings a second. */
    public static final int SAMPLES_PER_SERIES = 1 << 17;

    private final ConcurrentHashMap<SeriesKey, Series> all = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();
    private final InstantSource clock;
    private final int samplesPerSeries;
    private final ByteBudget budget;

    /** By the system's clock. */
    public SeriesStore() {
        this(InstantSource.system());
    }

    /** A store that keeps {@link #SAMPLES_PER_SERIES} and takes at most a quarter of the heap. */
    public SeriesStore(InstantSource clock) {
        this(clock, SAMPLES_PER_SERIES, Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * @param clock stamps what arrives
     * @param samplesPerSeries a power of two, at least 16
     */
    public SeriesStore(InstantSource clock, int samplesPerSeries, long bytes) {
        if (samplesPerSeries < 16 || Integer.bitCount(samplesPerSeries) != 1) {
            throw new IllegalArgumentException(
                    "The samples of a series are a power of two from 16 on, not " + samplesPerSeries + ".");
        }
        this.clock = clock;
        this.samplesPerSeries = samplesPerSeries;
        this.budget = new ByteBudget(bytes);
    }

    /** Adds one sample, measured at {@code time} (epoch milliseconds) and arrived now. The series comes into being with its first sample. */
    public boolean append(SeriesKey key, long time, double value) {
        return series(key).append(time, value, clock.millis());
    }

    /** The series of the key, made empty if there is none: a chart may be shown before the first sample. */
    public Series series(SeriesKey key) {
        Series known = all.get(key);
        return known != null ? known : all.computeIfAbsent(key, this::open);
    }

    private Series open(SeriesKey key) {
        revision.incrementAndGet();
        return new Series(key, samplesPerSeries, budget);
    }

    /** The keys of a run's series on a backend, by sensor and type. */
    public List<SeriesKey> of(String backend, String runId) {
        return seriesOf(backend, runId).stream().map(Series::key).toList();
    }

    /** The series of a run on a backend, by sensor and type. */
    public List<Series> seriesOf(String backend, String runId) {
        return all.values()
                .stream()
                .filter(series -> series.key().isOf(backend, runId))
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    /** Empties the series of a run and keeps them. */
    public void clear(String backend, String runId) {
        seriesOf(backend, runId).forEach(Series::clear);
    }

    /** Forgets a run: its memory is free once no chart holds its series. */
    public void remove(String backend, String runId) {
        for (Series series : seriesOf(backend, runId)) {
            if (all.remove(series.key(), series)) {
                series.release();
                revision.incrementAndGet();
            }
        }
    }

    /** Grows whenever a series comes or goes. */
    public long revision() {
        return revision.get();
    }

    /** Memory of all series. */
    public long bytes() {
        return budget.used();
    }
}
