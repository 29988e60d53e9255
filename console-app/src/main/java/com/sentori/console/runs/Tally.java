package com.sentori.console.runs;

import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import java.util.BitSet;
import java.util.List;

/**
 * Counts what a backend gives back against what the seed says. A bit a reading: a run of 1,000 sensors at 10
 * a second for an hour takes 4.5 MB. Thread-safe.
 */
public final class Tally {
    private final SensorPlan plan;
    private final long total;
    private final BitSet seen = new BitSet();
    private long stored;
    private long duplicated;
    private long different;

    /** Of the readings of this plan. */
    public Tally(SensorPlan plan) {
        this.plan = plan;
        this.total = plan.total();
    }

    /** Counts readings that the backend gives back. */
    public synchronized void add(List<Reading> readings) {
        for (Reading reading : readings) {
            stored++;
            Long seq = reading.seq();
            if (seq == null || seq >= total || !isAsPlanned(reading, seq)) {
                different++;
            } else if (seen.get(seq.intValue())) {
                duplicated++;
            } else {
                seen.set(seq.intValue());
            }
        }
    }

    synchronized long stored() {
        return stored;
    }

    /**
     * The check, when the backend has given back all it has.
     *
     * @param acknowledged readings, from the first, that the backend said are durable
     * @param handedOver readings, from the first, that were sent; whether those beyond the acknowledged ones are stored
     *        is open, so they count as sent if they are there
     */
    synchronized RunCheck check(long acknowledged, long handedOver) {
        int present = seen.get(0, (int) acknowledged).cardinality();
        int unasked = seen.get((int) acknowledged, (int) Math.max(acknowledged, handedOver)).cardinality();
        return new RunCheck(acknowledged + unasked, stored, duplicated, acknowledged - present, different);
    }

    /**
     * The check of a run that somebody else has driven: a COMPLETED one must hold the whole plan, another one all up to
     * the last reading that is there.
     */
    public synchronized RunCheck check(Run run) {
        long sent = run.status() == RunStatus.COMPLETED ? total : seen.length();
        return check(sent, sent);
    }

    private boolean isAsPlanned(Reading reading, long number) {
        return reading.sensorId().equals(SensorPlan.sensorId(plan.sensor(number)))
                && Double.compare(reading.value(), plan.value(number)) == 0;
    }
}
