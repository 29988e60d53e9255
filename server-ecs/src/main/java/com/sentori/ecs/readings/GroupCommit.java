package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.readings.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Gathers what arrives for a run while the previous commit of that run is under way, and commits it as one.
 * A commit waits for the disk under the lock of its run; one for each request would let a run take no more
 * requests a second than the disk takes flushes. Whoever comes alone waits for nobody. Thread-safe.
 */
final class GroupCommit {
    /** Readings after which a group takes no more requests, which bounds its memory and its time. */
    private static final int FULL = 10_000;

    private final BiConsumer<UUID, List<Arrival>> commit;
    /** By run, and only while there is work: a run's entry has one thread that empties it. */
    private final ConcurrentHashMap<UUID, Queue<Arrival>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final int most;
    private final Semaphore room;

    /**
     * Commits by this.
     *
     * @param most readings that may wait at once, of all runs
     * @param commit stores the requests of a run together and completes each; may throw for all of them
     */
    GroupCommit(int most, BiConsumer<UUID, List<Arrival>> commit) {
        this.most = most;
        this.room = new Semaphore(most);
        this.commit = commit;
    }

    /**
     * Waits until it is committed, or throws why it is not.
     *
     * @throws ContractException OVERLOADED at once if too many wait already
     */
    List<Reading> append(UUID run, Arrival arrival) {
        int size = Math.min(most, arrival.readings().size());
        if (!room.tryAcquire(size)) {
            throw ContractException.of(ErrorCode.OVERLOADED, "More readings wait than the store takes; try again.");
        }
        requests.incrementAndGet();
        try {
            return enter(run, arrival);
        } finally {
            room.release(size);
            requests.decrementAndGet();
        }
    }

    private List<Reading> enter(UUID run, Arrival arrival) {
        waiting.compute(run, (id, queue) -> {
            Queue<Arrival> line = queue;
            if (line == null) {
                line = new ArrayDeque<>();
                Thread.ofVirtual().name("commit-" + run).start(() -> commitAll(run));
            }
            line.add(arrival);
            return line;
        });
        try {
            return arrival.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : e;
        }
    }

    /** How many requests wait in {@link #append} now. */
    int waitingRequests() {
        return requests.get();
    }

    /** How many readings they bring. */
    int waitingReadings() {
        return most - room.availablePermits();
    }

    private void commitAll(UUID run) {
        for (List<Arrival> group = next(run, FULL); !group.isEmpty(); group = next(run, FULL)) {
            try {
                commit.accept(run, group);
            } catch (ContractException refusal) {
                // No such run, or no store: holds for those who came meanwhile, and they have waited long enough.
                fail(group, refusal);
                fail(next(run, Integer.MAX_VALUE), refusal);
            } catch (RuntimeException | Error fault) {
                fail(group, fault);
            }
        }
    }

    /** Takes from the head of the line; nothing left ends it, and the next to come begins a new one. */
    private List<Arrival> next(UUID run, int full) {
        List<Arrival> group = new ArrayList<>();
        waiting.computeIfPresent(run, (id, line) -> {
            int readings = 0;
            for (Arrival head = line.poll(); head != null; head = readings < full ? line.poll() : null) {
                group.add(head);
                readings += head.readings().size();
            }
            return group.isEmpty() ? null : line;
        });
        return group;
    }

    private static void fail(List<Arrival> group, Throwable reason) {
        group.forEach(arrival -> arrival.outcome().completeExceptionally(reason));
    }
}
