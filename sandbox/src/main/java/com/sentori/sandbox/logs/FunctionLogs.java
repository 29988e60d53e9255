package com.sentori.sandbox.logs;

import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Metrics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes over {@code System.out}, on which functions and their libraries write, until it is closed. A line goes to the log of the function that runs on the
 * writing thread; one in the embedded metric format becomes metrics, whoever wrote it; every other one also goes where
 * {@code System.out} went before. Thread-safe.
 */
public final class FunctionLogs implements AutoCloseable {
    private static final ScopedValue<String> RUNNING = ScopedValue.newInstance();
    /** CloudWatch's own: what is older or newer is no data point. */
    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);

    private final LogGroups groups;
    private final Metrics metrics;
    private final Clock clock;
    private final PrintStream before = System.out;

    /** Begins to listen; each function has a log of its own. */
    public FunctionLogs(LogGroups groups, Metrics metrics, Clock clock) {
        this.groups = groups;
        this.metrics = metrics;
        this.clock = clock;
        System.setOut(new PrintStream(new Lines(this::take), true, StandardCharsets.UTF_8));
    }

    /** Runs a function: what it writes meanwhile is its log. */
    public <T> T during(String function, Supplier<T> call) {
        return ScopedValue.where(RUNNING, function).call(call::get);
    }

    private void take(String line) {
        Instant now = clock.instant();
        if (RUNNING.isBound()) {
            log(RUNNING.get(), now, line);
        }
        Optional<List<Datum>> data = EmbeddedMetrics.read(line);
        if (data.isEmpty()) {
            before.println(line);
            return;
        }
        metrics.put(data.get()
                .stream()
                .filter(datum -> !datum.time().isBefore(now.minus(PAST)) && !datum.time().isAfter(now.plus(FUTURE)))
                .toList());
    }

    private void log(String function, Instant now, String line) {
        try {
            groups.of(function).add(now, line);
        } catch (IOException e) {
            before.println("The log of " + function + " cannot be written: " + e.getMessage());
        }
    }

    /** Gives {@code System.out} back. */
    @Override
    public void close() {
        System.setOut(before);
    }
}
