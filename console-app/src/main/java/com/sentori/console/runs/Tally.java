package com.sentori.console.runs;

import com.sentori.console.simulator.Emission;
import com.sentori.console.simulator.Emissions;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.summary.RunDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a backend gives back against what the seed says. A bit a reading: a run of 1,000 sensors at 10
 * a second for an hour takes 4.5 MB, from its beginning. Thread-safe.
 */
public final class Tally {
    /** A reading that arrives later than so long after it was taken is late. */
    public static final Duration LATE = Duration.ofSeconds(2);

    private final SensorPlan plan;
    /** A reading that comes so many milliseconds after its time, from the one clock to the other, is not late yet. */
    private final long latest;
    private final BitSet seen;
    private final BitSet again = new BitSet();
    private @Nullable Instant origin;
    private volatile long stored;
    private long duplicated;
    private long late;
    private long different;
    private @Nullable Instant firstFault;

    /** Of the readings of this plan, whenever it began. */
    public Tally(SensorPlan plan) {
        this(plan, null, Duration.ZERO);
    }

    /**
     * Of the readings of this plan.
     *
     * @param origin when it began, by the sender's clock; null to take it from what comes first
     * @param offset the backend's clock minus the sender's
     */
    public Tally(SensorPlan plan, @Nullable Instant origin, Duration offset) {
        this.plan = plan;
        // All of it at once: a run that fits at its start fits until its end.
        this.seen = new BitSet(Math.toIntExact(plan.count()));
        this.origin = origin;
        this.latest = LATE.plus(offset).toMillis();
    }

    /** Counts readings that the backend gives back. */
    public synchronized void add(List<Reading> readings) {
        readings.forEach(this::add);
    }

    private synchronized void add(Reading reading) {
        stored = stored + 1;
        late += reading.receivedAt().toEpochMilli() - reading.timestamp().toEpochMilli() > latest ? 1 : 0;
        Long seq = reading.seq();
        if (seq == null || seq >= plan.count() || !isAsPlanned(reading, seq)) {
            different++;
            fault(reading.timestamp());
            return;
        }
        int number = seq.intValue();
        if (!seen.get(number)) {
            seen.set(number);
        } else if (!again.get(number) && plan.copies(seq) > 1) {
            again.set(number);
        } else {
            duplicated++;
            fault(reading.timestamp());
        }
    }

    private void fault(Instant taken) {
        firstFault = firstFault == null || taken.isBefore(firstFault) ? taken : firstFault;
    }

    /** When the first reading was taken that is missing, different or there once too often; null without one. Known after a check. */
    public synchronized @Nullable Instant firstFault() {
        return firstFault;
    }

    /** How many. Waits for nobody: a check goes through the whole plan. */
    long stored() {
        return stored;
    }

    /**
     * The check, when the backend has given back all it has.
     *
     * @param acknowledged readings, from the first that was emitted, that the backend said are durable
     * @param handedOver readings, from the first, that were sent; whether those beyond the acknowledged ones are stored
     *        is open, so they count as sent if they are there
     */
    synchronized RunCheck check(long acknowledged, long handedOver) {
        return check(acknowledged, handedOver, new RunDigest());
    }

    /** What was sent goes into the digest, if there is one. */
    private RunCheck check(long acknowledged, long handedOver, @Nullable RunDigest digest) {
        Emissions emissions = plan.emissions(null);
        long sent = 0;
        long missing = 0;
        for (long i = 0; i < handedOver && emissions.hasNext(); i++) {
            Emission emission = emissions.next();
            boolean there = isThere(emission);
            if (there || i < acknowledged) {
                sent++;
                if (!there) {
                    missing++;
                    fault(timestamp(emission.seq()));
                }
                if (digest != null) {
                    long seq = emission.seq();
                    digest.add(plan.sensorId(seq), plan.type(seq), seq, timestamp(seq), plan.value(seq));
                }
            }
        }
        return new RunCheck(sent, stored, duplicated, late, missing, different, digest == null ? "" : digest.hex(),
                null);
    }

    /**
     * The check of a run that somebody else has driven: a COMPLETED one must hold the whole plan, another one all up to
     * the last reading that is there.
     *
     * @param storedDigest of all readings that were added
     */
    public synchronized RunCheck check(Run run, String storedDigest) {
        long sent = run.status() == RunStatus.COMPLETED ? Long.MAX_VALUE : upToTheLast();
        RunCheck counted = check(sent, sent, null);
        boolean same = counted.duplicated() == 0 && counted.missing() == 0 && counted.different() == 0
                && counted.stored() == counted.sent();
        // Each reading was compared with the plan: where none is missing or too many, what was sent is what is stored.
        return same ? counted.sending(storedDigest, storedDigest) : check(sent, sent).against(storedDigest);
    }

    private long upToTheLast() {
        Emissions emissions = plan.emissions(null);
        long last = 0;
        for (long i = 1; emissions.hasNext(); i++) {
            last = isThere(emissions.next()) ? i : last;
        }
        return last;
    }

    private boolean isThere(Emission emission) {
        return (emission.copy() == 0 ? seen : again).get((int) emission.seq());
    }

    private boolean isAsPlanned(Reading reading, long seq) {
        if (!reading.sensorId().equals(plan.sensorId(seq)) || !reading.type().equals(plan.type(seq))
                || Double.compare(reading.value(), plan.value(seq)) != 0) {
            return false;
        }
        if (origin == null) {
            origin = reading.timestamp().minusMillis(Schedule.millis(plan, seq));
        }
        return reading.timestamp().equals(timestamp(seq));
    }

    private Instant timestamp(long seq) {
        Instant begun = origin == null ? Instant.EPOCH : origin;
        return begun.plusMillis(Schedule.millis(plan, seq));
    }
}
