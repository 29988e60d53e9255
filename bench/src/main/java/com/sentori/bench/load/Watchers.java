package com.sentori.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/** Many clients of one stream of events, read by one thread. Readings are told apart by their sequence number, from 0. */
public final class Watchers implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final List<Watcher> watchers = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
    private final AtomicLongArray due;
    private final Histogram latency = new Histogram(3);
    private long repeated;

    /**
     * Begins to watch, one client after the other, each when the one before has got the head of its answer.
     *
     * @param due when each reading was due to be posted, by {@link System#nanoTime}; set before it is posted
     */
    public Watchers(int port, String path, int clients, AtomicLongArray due) throws IOException {
        this.due = due;
        for (int i = 0; i < clients; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            channel.write(Wire.get(path));
            Watcher watcher = new Watcher();
            watchers.add(watcher);
            begin(channel, watcher);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, watcher);
        }
    }

    private void begin(SocketChannel channel, Watcher watcher) throws IOException {
        in.clear();
        while (in.position() < OK.length) {
            if (channel.read(in) < 0) {
                throw new EOFException("The server closed a stream.");
            }
        }
        in.flip();
        for (int i = 0; i < OK.length; i++) {
            if (in.get(i) != OK[i]) {
                throw new IOException("The server did not let a client watch.");
            }
        }
        watcher.reader.read(in);
    }

    /** Reads what comes, until this time by {@link System#nanoTime} or until each has got all readings. */
    public void readUntil(long end) throws IOException {
        while (System.nanoTime() < end && missing() > 0) {
            selector.select(20);
            for (SelectionKey key : selector.selectedKeys()) {
                SocketChannel channel = (SocketChannel) key.channel();
                Watcher watcher = (Watcher) key.attachment();
                if (channel.read(in.clear()) < 0) {
                    throw new EOFException("The server closed a stream.");
                }
                watcher.at = System.nanoTime();
                watcher.reader.read(in.flip());
            }
            selector.selectedKeys().clear();
        }
    }

    /** Readings that somebody has not got, over all clients. */
    public long missing() {
        return (long) watchers.size() * due.length() - latency.getTotalCount();
    }

    /** Readings that somebody has got more than once, over all clients. */
    public long repeated() {
        return repeated;
    }

    /** From when a reading was due to be posted to when a client has read it, in nanoseconds, of all clients. */
    public Histogram latency() {
        return latency;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private final class Watcher {
        private final BitSet got = new BitSet();
        private final EventReader reader = new EventReader(this::take);
        private long at;

        private void take(long seq) {
            int index = Math.toIntExact(seq);
            if (got.get(index)) {
                repeated++;
            } else {
                got.set(index);
                latency.recordValue(Math.max(0, at - due.get(index)));
            }
        }
    }
}
