package com.sentori.sandbox.metrics;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/** Metrics that are saved every {@value #SAVE_SECONDS} seconds and at the end: a crash costs no more than those. Thread-safe. */
public final class KeptMetrics implements AutoCloseable {
    private static final int SAVE_SECONDS = 2;
    private static final int TIDY_SECONDS = 60;
    private static final long LONGEST_JOURNAL = 32 * 1024 * 1024;

    private final Metrics metrics;
    private final MetricFiles files;
    private final ScheduledExecutorService keeper = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("metrics").factory());

    /**
     * Reads what the folder holds.
     *
     * @throws IOException if it cannot be read or written
     */
    public KeptMetrics(Path folder, Clock clock, Limits limits) throws IOException {
        this.metrics = new Metrics(clock, limits);
        this.files = new MetricFiles(folder, metrics);
        var _ = keeper.scheduleWithFixedDelay(this::save, SAVE_SECONDS, SAVE_SECONDS, TimeUnit.SECONDS);
        var _ = keeper.scheduleWithFixedDelay(metrics::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
    }

    /** The metrics. */
    public Metrics metrics() {
        return metrics;
    }

    private void save() {
        try {
            files.save(LONGEST_JOURNAL);
        } catch (IOException | JacksonException e) {
            System.err.println("Metrics could not be saved: " + e.getMessage());
        }
    }

    /** Saves the last of them. */
    @Override
    public void close() {
        keeper.close();
        save();
    }
}
