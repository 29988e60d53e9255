package com.sentori.ecs.journal;

import com.sentori.contract.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Writes a line of JSON for each request, on a thread of its own: no request waits for it. When that thread is behind by
 * {@link #BOUND} lines, further ones are dropped and counted. Thread-safe.
 */
public final class RequestLog implements Consumer<RequestLine>, AutoCloseable {
    /** Lines that may wait: a second or so of the largest load. */
    static final int BOUND = 8_192;

    private static final int BUFFER = 64 * 1024;
    private static final long LAST_LINES_MILLIS = 2_000;

    private final BlockingQueue<RequestLine> waiting = new ArrayBlockingQueue<>(BOUND);
    private final LongAdder dropped = new LongAdder();
    private final OutputStream out;
    private final Thread writer;
    private volatile boolean closing;

    /** A log that writes there. */
    public RequestLog(OutputStream out) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.writer = Thread.ofPlatform().name("request-log").daemon().start(this::writeAll);
    }

    @Override
    public void accept(RequestLine line) {
        if (closing || !waiting.offer(line)) {
            dropped.increment();
        }
    }

    /** Lines that were not written. */
    public long dropped() {
        return dropped.sum();
    }

    /** Writes what waits, within two seconds, and takes no more. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(LAST_LINES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever stops the server is in a hurry
        }
    }

    private void writeAll() {
        try {
            while (!closing || !waiting.isEmpty()) {
                RequestLine line = waiting.poll(100, TimeUnit.MILLISECONDS);
                for (; line != null; line = waiting.poll()) {
                    write(line);
                }
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(RequestLine line) {
        try {
            out.write(Json.bytes(line));
            out.write('\n');
        } catch (IOException e) {
            dropped.increment(); // a full disk or a closed pipe; the next line may find it mended
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            dropped.increment();
        }
    }
}
