package com.sentori.console.start;

import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.PlanFault.Field;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.info.Limits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, read.
 *
 * @param plan what it says; empty if a field cannot be read or is out of its range
 * @param faults what is wrong, by field; a fault of {@link Field#TOTAL} belongs to the form as a whole
 * @param seedReadable whether the seed is a number
 */
record PlanForm(Optional<SensorPlan> plan, Map<Field, PlanFault> faults, boolean seedReadable) {
    /** Stands for a field that cannot be read; out of every range. */
    private static final int UNREADABLE = -1;

    static PlanForm read(String sensors, String rate, String duration, Waveform waveform, String seed,
            @Nullable Limits limits) {
        Optional<Long> typedSeed = parse(seed, Long::valueOf);
        SensorPlan plan = new SensorPlan(parse(sensors, Integer::valueOf).orElse(UNREADABLE),
                parse(rate.replace(',', '.'), Double::valueOf).filter(Double::isFinite).orElse((double) UNREADABLE),
                TypedDuration.read(duration).orElse(Duration.ofSeconds(UNREADABLE)), waveform, typedSeed.orElse(0L));
        List<PlanFault> found = PlanFault.of(plan, limits);
        Map<Field, PlanFault> faults = new EnumMap<>(Field.class);
        found.forEach(fault -> faults.put(fault.field(), fault));
        boolean whole = faults.isEmpty() && typedSeed.isPresent();
        return new PlanForm(whole ? Optional.of(plan) : Optional.empty(), faults, typedSeed.isPresent());
    }

    private static <T> Optional<T> parse(String text, Function<String, T> form) {
        try {
            return Optional.of(form.apply(text.replaceAll("[\\s\u00a0\u202f]", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
