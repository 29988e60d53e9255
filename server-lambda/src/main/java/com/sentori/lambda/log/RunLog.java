package com.sentori.lambda.log;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.store.Written;
import com.sentori.lambda.tally.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The logs of all runs. A writer is given the next slot by one update of the run's head, which also checks
 * that the run takes readings, and fills it by one put on condition that nobody closed it. A reader goes
 * from slot to slot; an empty slot before a filled one it waits for a moment, then closes it: the writer,
 * if it lives, is given another. The end stops the giving, closes what is empty, and only then becomes
 * visible; whoever meets an end half done completes it. Thread-safe, on any number of machines.
 */
public final class RunLog {
    /** How long a reader waits for a writer who has a slot and has not filled it. */
    private static final Duration WRITER_PATIENCE = Duration.ofMillis(250);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    /** Every so many slots a writer sees to it that those older than as many are filled for good. */
    private static final int SETTLE_EVERY = 128;

    private static final System.Logger LOG = System.getLogger(RunLog.class.getName());

    private final Heads heads;
    private final Slots slots;
    private final Lifecycle lifecycle;

    /** Logs in this store, of runs that live so long. */
    public RunLog(Store store, Lifecycle lifecycle) {
        this.heads = new Heads(store);
        this.slots = new Slots(store);
        this.lifecycle = lifecycle;
    }

    /**
     * The head of a run, with its end completed or its expiry carried out if it is due; empty also where its time in the
     * store is over.
     */
    public Optional<Head> head(String runId, Instant now) {
        return heads.get(runId).flatMap(seen -> current(seen, now));
    }

    /** The same of several, in any order. */
    public List<Head> heads(Collection<String> runIds, Instant now) {
        return heads.getAll(runIds).stream().flatMap(seen -> current(seen, now).stream()).toList();
    }

    /**
     * The head of a run that takes readings.
     *
     * @throws ContractException RUN_NOT_FOUND or RUN_NOT_RUNNING
     */
    public Head requireRunning(String runId, Instant now) {
        Head head = head(runId, now).orElseThrow(() -> ContractException.runNotFound(runId));
        if (!head.isRunning()) {
            throw ContractException.runNotRunning(runId);
        }
        return head;
    }

    /**
     * Appends, all or nothing; durable when it returns.
     *
     * @param along what is written in the same step, given the number of the first reading
     * @return the number of the first reading in the run; the others follow
     * @throws ContractException RUN_NOT_FOUND or RUN_NOT_RUNNING
     * @throws AlreadyDone if what goes along is refused
     */
    public long append(String runId, List<Load> loads, Instant arrival,
            LongFunction<Optional<TransactWriteItem>> along) {
        int readings = loads.stream().mapToInt(Load::readings).sum();
        Instant edge = arrival.minus(lifecycle.grace());
        while (true) {
            switch (heads.allot(runId, loads.size(), readings, arrival, edge)) {
                case Written.Done done -> {
                    Head head = Head.of(done.after());
                    long first = head.readings() - readings + 1;
                    long firstSlot = head.slots() - loads.size() + 1;
                    switch (slots.fill(head, firstSlot, first, loads, along.apply(first))) {
                        case FILLED -> {
                            settle(head, loads.size());
                            return first;
                        }
                        case CLOSED_BEFORE -> {
                            // other slots, then
                        }
                        case REFUSED -> {
                            slots.close(head, firstSlot, head.slots());
                            throw new AlreadyDone();
                        }
                    }
                }
                case Written.Refused refused when refused.found().isEmpty() ->
                    throw ContractException.runNotFound(runId);
                case Written.Refused refused -> {
                    if (!require(runId, Head.of(refused.found()), arrival).isRunning()) {
                        throw ContractException.runNotRunning(runId);
                    }
                }
            }
        }
    }

    /**
     * Ends a run. Of concurrent callers, one does.
     *
     * @param token of the caller, by which it recognises an end of its own
     * @return how it ended, and whether by this call
     * @throws ContractException RUN_NOT_FOUND
     */
    public End end(String runId, Ending ending, String token) {
        Instant now = ending.at();
        while (true) {
            switch (heads.end(runId, ending, token, now.minus(lifecycle.grace()))) {
                case Written.Done done -> {
                    Tally.runEnded();
                    return new End(complete(Head.of(done.after())), true);
                }
                case Written.Refused refused when refused.found().isEmpty() ->
                    throw ContractException.runNotFound(runId);
                case Written.Refused refused -> {
                    Head head = require(runId, Head.of(refused.found()), now);
                    if (!head.isRunning()) {
                        return new End(head, token.equals(refused.found().textIfAny("endToken")));
                    }
                }
            }
        }
    }

    /**
     * What a call to end a run came to.
     *
     * @param head of the ended run
     * @param own whether this call ended it
     */
    public record End(Head head, boolean own) {}

    /**
     * Filled slots from {@code from} on without a gap, at most so many; empty if there are none yet. Sees
     * whatever was appended before {@code head} was read.
     */
    public List<Slot> after(Head head, long from, int most) {
        long expected = from;
        List<Slot> found = new ArrayList<>();
        for (Slot slot : slots.range(head.runId(), from, head.slots(), most)) {
            if (slot.number() > expected && !head.isEnded()) {
                found.addAll(closed(head, expected, slot.number() - 1));
            }
            found.add(slot);
            expected = slot.number() + 1;
        }
        return found;
    }

    /**
     * Walks back.
     *
     * @param to the last slot that is wanted
     * @param most slots of a step
     */
    public Step before(Head head, long to, int most) {
        Slots.Backward back = slots.before(head.runId(), Math.min(to, head.slots()), most);
        return new Step(back.slots(), back.next());
    }

    /**
     * A step back through a log.
     *
     * @param slots last first
     * @param next where to go on; below 1 at the beginning
     */
    public record Step(List<Slot> slots, long next) {
        /** Keeps its own copy. */
        public Step {
            slots = List.copyOf(slots);
        }
    }

    private Head require(String runId, Head seen, Instant now) {
        return current(seen, now).orElseThrow(() -> ContractException.runNotFound(runId));
    }

    private Optional<Head> current(Head seen, Instant now) {
        Head head = seen;
        while (head.isRunning() && head.isExpired(lifecycle, now)) {
            Ending timeout = Ending.timeout(head.expiresAt(lifecycle));
            switch (heads.expire(head, timeout, UUID.randomUUID().toString())) {
                case Written.Done done -> {
                    Tally.runEnded();
                    head = Head.of(done.after());
                }
                case Written.Refused refused when refused.found().isEmpty() -> {
                    return Optional.empty();
                }
                case Written.Refused refused -> head = Head.of(refused.found());
            }
        }
        return Optional.of(head.phase() == Head.Phase.ENDING ? complete(head) : head)
                .filter(known -> !known.isGone(now));
    }

    private Head complete(Head ending) {
        slots.close(ending, ending.settled() + 1, ending.slots());
        heads.close(ending.runId());
        return ending.ended();
    }

    private List<Slot> closed(Head head, long from, long to) {
        long deadline = System.nanoTime() + WRITER_PATIENCE.toNanos();
        while (true) {
            List<Slot> found = slots.range(head.runId(), from, to, Integer.MAX_VALUE);
            if (found.size() == to - from + 1) {
                return found;
            }
            if (System.nanoTime() - deadline > 0 || !pause()) {
                slots.close(head, from, to);
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Keeps the part of the log short that the end has to look through. */
    private void settle(Head head, int taken) {
        if (head.slots() / SETTLE_EVERY == (head.slots() - taken) / SETTLE_EVERY) {
            return;
        }
        long upTo = head.slots() - SETTLE_EVERY;
        try {
            if (upTo > head.settled()) {
                slots.close(head, head.settled() + 1, upTo);
                heads.settled(head.runId(), upTo);
            }
        } catch (ContractException e) {
            // The readings are durable, and the next writer settles more.
            LOG.log(System.Logger.Level.DEBUG, "slots were left to be settled later", e);
        }
    }
}
