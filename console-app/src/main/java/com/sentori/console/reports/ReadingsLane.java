package com.sentori.console.reports;

import com.sentori.contract.readings.Reading;
import com.sentori.contract.reports.ReadingsCsv;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes readings as CSV beside the thread that reckons with them: the text costs as much as the figures. A few pages wait at most. */
final class ReadingsLane implements AutoCloseable {
    private static final int PAGES = 4;
    private static final long PATIENCE_MILLIS = 100;
    private static final List<Reading> END = List.of();

    private final BlockingQueue<List<Reading>> pages = new ArrayBlockingQueue<>(PAGES);
    private final Writer out;
    private final Thread writer;
    private volatile @Nullable Exception fault;

    /** Into this, which is closed with it. */
    ReadingsLane(Writer out) {
        this.out = out;
        this.writer = Thread.ofPlatform().name("readings-csv").daemon().start(this::write);
    }

    /** Hands on what is to be written. */
    void take(List<Reading> readings) throws IOException {
        if (!readings.isEmpty()) {
            put(readings);
        }
    }

    private void put(List<Reading> page) throws IOException {
        try {
            while (!pages.offer(page, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                requireSound();
            }
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
    }

    private static IOException cancelled(InterruptedException e) {
        InterruptedIOException cancelled = new InterruptedIOException(
                "The report was cancelled; no file was written.");
        cancelled.initCause(e);
        return cancelled;
    }

    private void requireSound() throws IOException {
        if (fault instanceof IOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Waits until all is written. */
    void finish() throws IOException {
        put(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw cancelled(e);
        }
        requireSound();
    }

    private void write() {
        try {
            out.write(ReadingsCsv.HEADER);
            for (List<Reading> page = pages.take(); !page.isEmpty(); page = pages.take()) {
                for (Reading reading : page) {
                    out.write(ReadingsCsv.line(reading));
                }
            }
            out.flush();
        } catch (IOException e) {
            fault = e;
        } catch (InterruptedException e) {
            // Nobody wants it any more.
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of it, finished or not. */
    @Override
    public void close() throws IOException {
        writer.interrupt();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        out.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
