package com.sentori.console.start;

import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.PlanFault.Field;
import com.sentori.console.runs.Threshold;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.simulator.TypedDuration;
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
 * @param order what it says; empty if a field cannot be read or is out of its range
 * @param faults what is wrong, by field; a fault of {@link Field#TOTAL} belongs to the form as a whole
 * @param seedReadable whether the seed is a number
 * @param thresholdFault the part of the thresholds that cannot be read; empty if all can
 */
record PlanForm(Optional<Order> order, Map<Field, PlanFault> faults, boolean seedReadable, String thresholdFault) {
    /** Stands for a field that cannot be read; out of every range. */
    private static final int UNREADABLE = -1;

    /**
     * What is in the fields.
     *
     * @param scenario stands in place of sensors, rate and waveform; null without
     */
    record Typed(String sensors, String rate, String duration, Waveform waveform, String seed, String thresholds,
            @Nullable ScenarioText scenario) {}

    static PlanForm read(Typed typed, @Nullable Limits limits) {
        Optional<Long> seed = parse(typed.seed, Long::valueOf);
        Duration duration = TypedDuration.read(typed.duration).orElse(Duration.ofSeconds(UNREADABLE));
        List<Threshold> thresholds = List.of();
        String thresholdFault = "";
        try {
            thresholds = Threshold.list(typed.thresholds);
        } catch (Threshold.Unreadable e) {
            thresholdFault = e.part();
        }
        Map<Field, PlanFault> faults = new EnumMap<>(Field.class);
        Optional<Order> order = order(typed, duration, seed.orElse(0L), thresholds, limits, faults);
        boolean whole = faults.isEmpty() && seed.isPresent() && thresholdFault.isEmpty();
        return new PlanForm(whole ? order : Optional.empty(), faults, seed.isPresent(), thresholdFault);
    }

    private static Optional<Order> order(Typed typed, Duration duration, long seed, List<Threshold> thresholds,
            @Nullable Limits limits, Map<Field, PlanFault> faults) {
        Order order;
        if (typed.scenario == null) {
            int sensors = parse(typed.sensors, Integer::valueOf).orElse(UNREADABLE);
            double rate = parse(typed.rate.replace(',', '.'), Double::valueOf).filter(Double::isFinite)
                    .orElse((double) UNREADABLE);
            PlanFault.of(sensors, rate, duration, limits).forEach(fault -> faults.put(fault.field(), fault));
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            order = Order.of(new Order.Form(sensors, rate, typed.waveform), duration, seed, thresholds);
        } else {
            order = Order.of(typed.scenario, duration, seed, thresholds);
        }
        PlanFault.of(order.plan(), limits).forEach(fault -> faults.put(fault.field(), fault));
        return Optional.of(order);
    }

    private static <T> Optional<T> parse(String text, Function<String, T> form) {
        try {
            return Optional.of(form.apply(text.replaceAll("[\\s\u00a0\u202f]", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
