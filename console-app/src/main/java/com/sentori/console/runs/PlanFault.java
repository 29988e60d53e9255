package com.sentori.console.runs;

import com.sentori.console.simulator.Group;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.info.Limits;
import com.sentori.contract.runs.StartRequest;
import java.nio.charset.StandardCharsets;
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
    public static final int MAX_RATE = Group.MAX_RATE;
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
     * Checks what a plan shall be made of, before it is made.
     *
     * @param limits of the backend; null while unknown, then the contract's own hold
     */
    public static List<PlanFault> of(int sensors, double rate, Duration duration, @Nullable Limits limits) {
        List<PlanFault> faults = new ArrayList<>();
        if (sensors < 1 || sensors > maxSensors(limits)) {
            faults.add(new PlanFault(Field.SENSORS, maxSensors(limits)));
        }
        boolean rateHolds = rate * StartRequest.MAX_INTERVAL >= 1 && rate <= MAX_RATE;
        if (!rateHolds) {
            faults.add(new PlanFault(Field.RATE, MAX_RATE));
        }
        if (!isAllowed(duration)) {
            faults.add(new PlanFault(Field.DURATION, StartRequest.MAX_DURATION));
        }
        return faults;
    }

    /** Checks a plan. */
    public static List<PlanFault> of(SensorPlan plan, @Nullable Limits limits) {
        List<PlanFault> faults = new ArrayList<>();
        int sensors = plan.scenario().sensors();
        int bytes = plan.sensorIds().stream().mapToInt(id -> id.getBytes(StandardCharsets.UTF_8).length).sum();
        if (sensors > maxSensors(limits) || bytes > StartRequest.MAX_SENSOR_BYTES) {
            faults.add(new PlanFault(Field.SENSORS, maxSensors(limits)));
        }
        if (!isAllowed(plan.duration())) {
            faults.add(new PlanFault(Field.DURATION, StartRequest.MAX_DURATION));
        }
        if (faults.isEmpty() && (plan.count() < 1 || plan.count() > MAX_TOTAL)) {
            faults.add(new PlanFault(Field.TOTAL, MAX_TOTAL));
        }
        return faults;
    }

    private static int maxSensors(@Nullable Limits limits) {
        return limits == null ? StartRequest.MAX_SENSORS : limits.maxSensors();
    }

    private static boolean isAllowed(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) >= 0
                && duration.compareTo(Duration.ofSeconds(StartRequest.MAX_DURATION)) <= 0;
    }
}
