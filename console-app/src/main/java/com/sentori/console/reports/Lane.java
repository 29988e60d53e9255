package com.sentori.console.reports;

import com.sentori.contract.readings.Reading;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does something with readings on a thread of its own, beside who hands them on: to read them costs as much as to reckon with them, and as to write them. A few pages wait at most. */
final class Lane implements Source.Taker, AutoCloseable {
    private static final int PAGES = 4;
    private static final long PATIENCE_MILLIS = 100;
    private static final List<Reading> END = List.of();

    private final BlockingQueue<List<Reading>> pages = new ArrayBlockingQueue<>(PAGES);
    private final Source.Taker sink;
    private final Thread thread;
    private volatile @Nullable Exception fault;

    /** To this, which is called on the lane's thread alone. */
    Lane(String name, Source.Taker sink) {
        this.sink = sink;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    @Override
    public void take(List<Reading> readings) throws IOException {
        if (!readings.isEmpty()) {
            put(readings);
        }
    }

    private void put(List<Reading> page) throws IOException {
        try {
            do {
                requireSound();
            } while (!pages.offer(page, PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    private static IOException cancelled(InterruptedException e) {
        InterruptedIOException cancelled = Source.cancelled();
        cancelled.initCause(e);
        return cancelled;
    }

    private void requireSound() throws IOException {
        Exception now = fault;
        if (now != null) {
            String words = now.getMessage();
            throw new IOException(words == null ? now.toString() : words, now);
        }
    }

    /** Waits until all is done that was handed on. */
    void finish() throws IOException {
        put(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
        requireSound();
    }

    private void run() {
        try {
            for (List<Reading> page = pages.take(); !page.isEmpty(); page = pages.take()) {
                sink.take(page);
            }
        } catch (IOException | RuntimeException e) {
            fault = e;
        } catch (InterruptedException e) {
            // Nobody wants it any more.
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of it, finished or not; the sink is not called any more then. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
