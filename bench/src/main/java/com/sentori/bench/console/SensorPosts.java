package com.sentori.bench.console;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.contract.readings.NewReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Posts readings of many sensors, ten a second each, whose time is when they were posted; a sensor's come one after another. */
final class SensorPosts implements AutoCloseable {
    static final int RATE = 10;
    private static final int LANES = 5;

    private final BackendClient backend;
    private final String runId;
    private final List<String> sensors;
    private final List<Queue<Long>> posted;
    private final List<Thread> lanes = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable BackendException fault;

    /** Begins at once. */
    SensorPosts(BackendClient backend, String runId, List<String> sensors) {
        this.backend = backend;
        this.runId = runId;
        this.sensors = sensors;
        this.posted = sensors.stream().<Queue<Long>>map(_ -> new ConcurrentLinkedQueue<>()).toList();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane;
            lanes.add(Thread.ofVirtual().name("posts-" + lane).start(() -> post(first)));
        }
    }

    private void post(int lane) {
        SplittableRandom noise = new SplittableRandom(lane);
        long period = TimeUnit.SECONDS.toNanos(1) / RATE;
        long due = System.nanoTime() + lane * period / LANES;
        try {
            while (!over.await(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                long now = System.currentTimeMillis();
                List<NewReading> readings = new ArrayList<>();
                for (int sensor = lane; sensor < sensors.size(); sensor += LANES) {
                    posted.get(sensor).add(now);
                    readings.add(new NewReading(sensors.get(sensor), "temperature", noise.nextDouble(),
                            Instant.ofEpochMilli(now), null));
                }
                backend.ingest(runId, readings, UUID.randomUUID().toString());
                due += period;
            }
        } catch (BackendException e) {
            fault = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When the readings of a sensor were posted that nobody has taken out yet, in epoch milliseconds. */
    Queue<Long> of(int sensor) {
        return posted.get(sensor);
    }

    /** Stops; all that was posted is durable then. */
    void end() throws BackendException, InterruptedException {
        over.countDown();
        for (Thread lane : lanes) {
            lane.join();
        }
        if (fault != null) {
            throw fault;
        }
    }

    /** Readings that nobody has taken out. */
    int left() {
        return IntStream.range(0, posted.size()).map(i -> posted.get(i).size()).sum();
    }

    @Override
    public void close() {
        over.countDown();
    }
}
