package com.sentori.console.crashes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Keeps the last entries of the log in memory, within a bound. Thread-safe. */
final class LastLines extends Handler {
    private static final int MOST = 300;
    private static final int LONGEST = 4_000;

    private final Queue<String> lines = new ArrayDeque<>();

    LastLines() {
        setFormatter(new SimpleFormatter());
    }

    /** From now on, until it is closed. */
    static LastLines listen() {
        LastLines last = new LastLines();
        Logger.getLogger("").addHandler(last);
        return last;
    }

    @Override
    public void publish(@Nullable LogRecord entry) {
        if (entry == null || !isLoggable(entry)) {
            return;
        }
        String line = getFormatter().format(entry);
        synchronized (lines) {
            lines.add(line.substring(0, Math.min(line.length(), LONGEST)));
            if (lines.size() > MOST) {
                lines.remove();
            }
        }
    }

    List<String> all() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }

    @Override
    public void flush() {
        // They are in memory.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
