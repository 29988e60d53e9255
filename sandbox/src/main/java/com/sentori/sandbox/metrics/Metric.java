package com.sentori.sandbox.metrics;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What identifies a metric.
 *
 * @param dimensions in whatever order; two orders are one metric
 */
public record Metric(String namespace, String name, List<Dimension> dimensions) implements Comparable<Metric> {
    private static final Comparator<Metric> ORDER = Comparator.comparing(Metric::namespace)
            .thenComparing(Metric::name)
            .thenComparing(Metric::dimensions, Metric::compare);

    /** Sorts the dimensions. */
    public Metric {
        dimensions = dimensions.stream().sorted().toList();
    }

    /** With these dimensions. */
    public static Metric of(String namespace, String name, Map<String, String> dimensions) {
        return new Metric(namespace, name,
                dimensions.entrySet().stream().map(one -> new Dimension(one.getKey(), one.getValue())).toList());
    }

    /** The value of a dimension, if it has it. */
    public Optional<String> dimension(String wanted) {
        return dimensions.stream().filter(one -> one.name().equals(wanted)).map(Dimension::value).findFirst();
    }

    @Override
    public int compareTo(Metric other) {
        return ORDER.compare(this, other);
    }

    private static int compare(List<Dimension> one, List<Dimension> other) {
        Iterator<Dimension> others = other.iterator();
        for (Dimension dimension : one) {
            int order = others.hasNext() ? dimension.compareTo(others.next()) : 1;
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
