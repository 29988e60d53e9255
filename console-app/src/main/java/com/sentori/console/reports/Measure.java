package com.sentori.console.reports;

import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a half by which halves and runs are compared.
 *
 * @param id by which programs find it, and its text
 * @param unit of its value
 * @param value null if it is not known
 */
record Measure(String id, Unit unit, @Nullable Double value) {
    enum Unit {
        COUNT, PER_SECOND, MILLIS, MONEY
    }

    /** All of a half. */
    static List<Measure> of(Half half) {
        List<Measure> all = new ArrayList<>();
        Half.Quality quality = half.quality();
        count(all, "sent", quality.sent());
        count(all, "stored", quality.stored());
        count(all, "missing", quality.missing());
        count(all, "duplicated", quality.duplicated());
        count(all, "different", quality.different());
        count(all, "late", quality.late());
        all.add(new Measure("perSecond", Unit.PER_SECOND, half.readings().perSecond()));
        latencies(all, half.latency());
        count(all, "failures", half.failures() == null
                ? null
                : Long.valueOf(half.failures().stream().mapToLong(Half.Failures::count).sum()));
        all.add(new Measure("cost", Unit.MONEY, half.cost().total()));
        return all;
    }

    /** Those of latencies. */
    static void latencies(List<Measure> all, @Nullable Latency latency) {
        for (Latencies.Kind kind : Latencies.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            Percentiles figures = latency == null ? null : latency.of(kind);
            count(all, name + ".count", figures == null ? null : Long.valueOf(figures.count()));
            Percentiles known = figures == null || figures.count() == 0 ? null : figures;
            millis(all, name + ".p50", known == null ? null : Double.valueOf(known.p50()));
            millis(all, name + ".p90", known == null ? null : Double.valueOf(known.p90()));
            millis(all, name + ".p95", known == null ? null : Double.valueOf(known.p95()));
            millis(all, name + ".p99", known == null ? null : Double.valueOf(known.p99()));
            millis(all, name + ".p999", known == null ? null : Double.valueOf(known.p999()));
            millis(all, name + ".max", known == null ? null : Double.valueOf(known.max()));
        }
    }

    private static void count(List<Measure> all, String id, @Nullable Long value) {
        all.add(new Measure(id, Unit.COUNT, value == null ? null : Double.valueOf(value.doubleValue())));
    }

    private static void millis(List<Measure> all, String id, @Nullable Double value) {
        all.add(new Measure(id, Unit.MILLIS, value));
    }
}
