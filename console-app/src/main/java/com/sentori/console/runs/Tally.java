package com.sentori.console.runs;

import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.Reading;
import java.util.BitSet;
import java.util.List;

/**
 * Counts what a backend gives back against what the seed says. A bit a reading: a run of 1,000 sensors at 10
 * a second for an hour takes 4.5 MB. Thread-safe.
 */
final class Tally {
    private final SensorPlan plan;
    private final long total;
    private final BitSet seen = new BitSet();
    private long stored;
    private long duplicated;
    private long different;

    Tally(SensorPlan plan) {
        this.plan = plan;
        this.total = plan.total();
    }

    synchronized void add(List<Reading> readings) {
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

    synchronized boolean hasSeen(long number) {
        return seen.get((int) number);
    }

    synchronized long stored() {
        return stored;
    }

    synchronized RunCheck check(long sent) {
        int present = seen.get(0, (int) sent).cardinality();
        return new RunCheck(sent, stored, duplicated, sent - present, different);
    }

    private boolean isAsPlanned(Reading reading, long number) {
        return reading.sensorId().equals(SensorPlan.sensorId(plan.sensor(number)))
                && Double.compare(reading.value(), plan.value(number)) == 0;
    }
}
