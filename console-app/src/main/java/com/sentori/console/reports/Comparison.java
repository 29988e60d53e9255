package com.sentori.console.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A half against another one: the other half of a twin run, or a baseline.
 *
 * @param backend the half's
 * @param runId the half's
 * @param baselineBackend the other one's
 * @param baselineRunId the other one's
 * @param differences figure by figure
 */
public record Comparison(String backend, String runId, String baselineBackend, String baselineRunId,
        List<Difference> differences) {
    /** Keeps its own copy. */
    public Comparison {
        differences = List.copyOf(differences);
    }

    static Comparison of(Half half, Half baseline) {
        List<Difference> all = new ArrayList<>();
        List<Measure> measures = Measure.of(half);
        List<Measure> others = Measure.of(baseline);
        for (int i = 0; i < measures.size(); i++) {
            all.add(Difference.of(measures.get(i), others.get(i)));
        }
        return new Comparison(half.backend().name(), half.run().id(), baseline.backend().name(), baseline.run().id(),
                all);
    }

    /** Each half against the one of the same backend, else against the first; a single baseline against each. */
    static List<Comparison> of(List<Half> halves, List<Half> baselines) {
        return halves.stream()
                .map(half -> of(half,
                        baselines.stream()
                                .filter(other -> other.backend().name().equals(half.backend().name()))
                                .findFirst()
                                .orElse(baselines.getFirst())))
                .toList();
    }

    /**
     * A figure of both.
     *
     * @param figure by which programs find it
     * @param unit {@code COUNT}, {@code PER_SECOND}, {@code MILLIS} or {@code MONEY}
     * @param value the half's; null if it is not known
     * @param baseline the other one's; null if it is not known
     * @param difference value minus baseline; null if one is not known
     * @param ratio value over baseline; null if one is not known, or the baseline is 0
     */
    public record Difference(String figure, String unit, @Nullable Double value, @Nullable Double baseline,
            @Nullable Double difference, @Nullable Double ratio) {
        static Difference of(Measure measure, Measure baseline) {
            Double value = measure.value();
            Double other = baseline.value();
            if (value == null || other == null) {
                return new Difference(measure.id(), measure.unit().name(), value, other, null, null);
            }
            return new Difference(measure.id(), measure.unit().name(), value, other, value - other,
                    other == 0 ? null : Double.valueOf(value / other));
        }
    }
}
