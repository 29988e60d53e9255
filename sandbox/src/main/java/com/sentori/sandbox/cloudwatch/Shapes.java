package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Dimension;
import com.sentori.sandbox.metrics.Metric;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts that several operations have in common, as the service model names them. */
final class Shapes {
    static final int MAX_NAME = 255;
    private static final int MAX_VALUE = 1_024;
    private static final int MAX_DIMENSIONS = 30;
    private static final Set<String> UNITS = Set.of("Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes",
            "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent",
            "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second",
            "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second",
            "None");

    private Shapes() {}

    /** A dimension. */
    record DimensionShape(@Nullable String name, @Nullable String value) {}

    /** A metric. */
    record MetricShape(@Nullable String namespace, @Nullable String metricName,
            @Nullable List<DimensionShape> dimensions) {
        static MetricShape of(Metric metric) {
            return new MetricShape(metric.namespace(), metric.name(),
                    metric.dimensions().stream().map(one -> new DimensionShape(one.name(), one.value())).toList());
        }

        Metric metric() {
            return new Metric(Shapes.namespace(namespace), text("MetricName", metricName, MAX_NAME),
                    checked(dimensions));
        }
    }

    static String namespace(@Nullable String namespace) {
        String text = text("Namespace", namespace, MAX_NAME);
        if (text.startsWith(":")) {
            throw Fault.invalid("The value " + text + " for parameter Namespace is invalid: it begins with a colon.");
        }
        return text;
    }

    static List<Dimension> checked(@Nullable List<DimensionShape> dimensions) {
        List<Dimension> all = orNone(dimensions).stream()
                .map(one -> new Dimension(text("Dimensions.Name", one.name(), MAX_NAME),
                        text("Dimensions.Value", one.value(), MAX_VALUE)))
                .toList();
        if (all.size() > MAX_DIMENSIONS) {
            throw Fault.invalid("A metric has at most " + MAX_DIMENSIONS + " dimensions.");
        }
        Set<String> names = new HashSet<>();
        for (Dimension one : all) {
            if (!names.add(one.name())) {
                throw Fault.invalid("The dimension " + one.name() + " is given twice.");
            }
        }
        return all;
    }

    /** A text that must be there. */
    static String text(String parameter, @Nullable String text, int longest) {
        if (text == null || text.isEmpty()) {
            throw Fault.missing(parameter);
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw Fault.invalid("The parameter " + parameter + " has at most " + longest + " characters.");
        }
        return text;
    }

    @Nullable
    static String unit(@Nullable String unit) {
        if (unit != null && !UNITS.contains(unit)) {
            throw Fault.invalid("The value " + unit + " for parameter Unit is invalid.");
        }
        return unit;
    }

    /** Seconds: 1, 5, 10, 20, 30 or whole minutes. */
    static int period(@Nullable Integer period) {
        if (period == null) {
            throw Fault.missing("Period");
        }
        if (period < 1 || (period % 60 != 0 && !Set.of(1, 5, 10, 20, 30).contains(period))) {
            throw Fault.invalid("The Period must be 1, 5, 10, 20, 30 or a multiple of 60.");
        }
        return period;
    }

    static <T> T required(String parameter, @Nullable T value) {
        if (value == null) {
            throw Fault.missing(parameter);
        }
        return value;
    }

    /** The members of a list that may be absent. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.stream().anyMatch(Objects::isNull)) {
            throw new Fault(Fault.Kind.SERIALIZATION, "The request cannot be read: a list holds null.");
        }
        return list;
    }

    static boolean empty(@Nullable Collection<?> list) {
        return list == null || list.isEmpty();
    }
}
