package com.sentori.bench.figures;

import java.util.List;
import java.util.Map;

/** Which of a benchmark's measurements are wanted, by the beginnings of the ids of their rows. */
public final class Choice {
    private Choice() {}

    /**
     * Those that make the wanted rows, in their order.
     *
     * @param all by the beginning that the ids of its rows share
     * @param only beginnings of ids; none for all
     * @throws IllegalArgumentException if there are no such rows
     */
    public static <M> List<M> of(Map<String, M> all, List<String> only) {
        List<M> wanted = all.entrySet()
                .stream()
                .filter(entry -> only.isEmpty() || only.stream().anyMatch(id -> fits(id, entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("There are no such rows: choose of " + all.keySet() + ".");
        }
        return wanted;
    }

    /** {@code ecs.single} and {@code ecs.single.p99} both mean the measurement {@code ecs.single}. */
    private static boolean fits(String id, String measurement) {
        return measurement.startsWith(id) || id.startsWith(measurement + ".");
    }
}
