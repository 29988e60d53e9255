package com.sentori.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Drives a server on loopback over kept-alive connections, without pipelining, from one thread: it shares the machine with
 * what it measures, and takes as little of it as it can. Requests are sent round robin as they were made before. The connections
 * are opened anew for each turn, before its clock runs: a server closes those that are idle while others have theirs.
 */
public final class Load implements AutoCloseable {
    /** How long to wait for answers that are still due when the time is over. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final long WARM_AT_MOST = Duration.ofSeconds(60).toNanos();
    private static final long HIGHEST = Duration.ofSeconds(60).toNanos();

    private final Selector selector = Selector.open();
    private final InetSocketAddress server;
    private final int abreast;
    private final List<Connection> connections = new ArrayList<>();
    private final List<ByteBuffer> requests;
    private final int wanted;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private Histogram latency = new Histogram(HIGHEST, 3);
    private long others;
    private int next;

    /**
     * Will drive a server.
     *
     * @param connections how many at a time
     * @param requests that are sent in turns
     * @param wanted the status that counts as an answer
     */
    public Load(int port, int connections, List<ByteBuffer> requests, int wanted) throws IOException {
        this.server = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        this.abreast = connections;
        this.requests = List.copyOf(requests);
        this.wanted = wanted;
    }

    /** Drives a server that has just started for that time, and on until it answers every connection, or for a minute. */
    public void warmUp(Duration time) throws IOException {
        long end = System.nanoTime() + WARM_AT_MOST;
        while (closedLoop(time).answers() < abreast && System.nanoTime() < end) {
            // It is not warm yet.
        }
    }

    /** Each connection sends its next request when it has the answer to its last: for throughput. */
    public Outcome closedLoop(Duration time) throws IOException {
        begin();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        while (!idle.isEmpty()) {
            idle.poll().send(request(), System.nanoTime());
        }
        while (System.nanoTime() < end) {
            turn(100);
            while (!idle.isEmpty()) {
                idle.poll().send(request(), System.nanoTime());
            }
        }
        Outcome outcome = outcome(start);
        drain(end); // what was under way is not counted
        return new Outcome(outcome.answers(), others, outcome.seconds(), outcome.latency());
    }

    /**
     * Sends at a steady rate whatever the answers do, and counts the latency from when each request was due: a server that
     * stalls is not asked less for it. A request is sent up to 1 ms late, which is in its latency.
     */
    public Outcome openLoop(double perSecond, Duration time) throws IOException {
        begin();
        long start = System.nanoTime();
        long count = Math.max(1, (long) (perSecond * time.toNanos() / 1e9));
        long end = start + time.toNanos();
        long sent = 0;
        while (sent < count && System.nanoTime() < end + PATIENCE) {
            long due = start + (long) (sent * 1e9 / perSecond);
            while (sent < count && due <= System.nanoTime() && !idle.isEmpty()) {
                idle.poll().send(request(), due);
                sent++;
                due = start + (long) (sent * 1e9 / perSecond);
            }
            turn(1);
        }
        drain(end);
        Outcome outcome = outcome(start);
        return new Outcome(outcome.answers(), others + count - sent, outcome.seconds(), outcome.latency());
    }

    private void begin() throws IOException {
        latency = new Histogram(HIGHEST, 3);
        others = 0;
        for (int i = 0; i < abreast; i++) {
            open();
        }
    }

    private void open() throws IOException {
        Connection connection = new Connection(server, selector);
        connections.add(connection);
        idle.add(connection);
    }

    private void end() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
        idle.clear();
        selector.selectNow(); // forgets their keys
    }

    private ByteBuffer request() {
        next = next + 1 == requests.size() ? 0 : next + 1;
        return requests.get(next);
    }

    private void turn(long milliseconds) throws IOException {
        selector.select(milliseconds);
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Connection connection) {
                if (key.isWritable()) {
                    connection.write();
                }
                int status = key.isReadable() ? connection.read() : 0;
                if (status == Connection.CLOSED) {
                    replace(connection);
                } else if (status > 0) {
                    answered(connection, status);
                }
            }
        }
        selector.selectedKeys().clear();
    }

    private void answered(Connection connection, int status) {
        if (status == wanted) {
            latency.recordValue(Math.min(HIGHEST, System.nanoTime() - connection.due));
        } else {
            others++;
        }
        idle.add(connection);
    }

    private void replace(Connection closed) throws IOException {
        closed.close();
        connections.remove(closed);
        if (!idle.remove(closed)) {
            others++; // its request had no answer
        }
        open();
    }

    private Outcome outcome(long start) {
        return new Outcome(latency.getTotalCount(), others, (System.nanoTime() - start) / 1e9, latency.copy());
    }

    private void drain(long end) throws IOException {
        while (idle.size() < connections.size() && System.nanoTime() < end + PATIENCE) {
            turn(10);
        }
        others += connections.size() - idle.size();
        end();
    }

    @Override
    public void close() throws IOException {
        end();
        selector.close();
    }
}
