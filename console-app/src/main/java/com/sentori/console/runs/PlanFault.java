package com.sentori.console.runs;

import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.info.Limits;
import com.sentori.contract.runs.StartRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan cannot be started. The text stands in the bundle under {@code plan.fault.} and the name.
 *
 * @param field at fault
 * @param max the largest value that is allowed
 */
public record PlanFault(Field field, long max) {
    /** The most readings a second of one sensor. */
    public static final int MAX_RATE = 100;
    /** The most readings of one run that the console can check. */
    public static final long MAX_TOTAL = 100_000_000;

    /** The fields of a plan. */
    public enum Field {
        /** How many sensors. */
        SENSORS,
        /** Readings a second. */
        RATE,
        /** How long. */
        DURATION,
        /** All readings together. */
        TOTAL
    }

    /**
     * Checks a plan.
     *
     * @param limits of the backend; null while unknown, then the contract's own hold
     */
    public static List<PlanFault> of(SensorPlan plan, @Nullable Limits limits) {
        List<PlanFault> faults = new ArrayList<>();
        int maxSensors = limits == null ? StartRequest.MAX_SENSORS : limits.maxSensors();
        if (plan.sensors() < 1 || plan.sensors() > maxSensors) {
            faults.add(new PlanFault(Field.SENSORS, maxSensors));
        }
        boolean rateHolds = plan.rate() * StartRequest.MAX_INTERVAL >= 1 && plan.rate() <= MAX_RATE;
        if (!rateHolds) {
            faults.add(new PlanFault(Field.RATE, MAX_RATE));
        }
        Duration longest = Duration.ofSeconds(StartRequest.MAX_DURATION);
        if (plan.duration().compareTo(Duration.ofSeconds(1)) < 0 || plan.duration().compareTo(longest) > 0) {
            faults.add(new PlanFault(Field.DURATION, StartRequest.MAX_DURATION));
        }
        if (faults.isEmpty() && (plan.total() < 1 || plan.total() > MAX_TOTAL)) {
            faults.add(new PlanFault(Field.TOTAL, MAX_TOTAL));
        }
        return faults;
    }
}
