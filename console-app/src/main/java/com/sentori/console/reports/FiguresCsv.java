package com.sentori.console.reports;

import static com.sentori.contract.reports.ReadingsCsv.cell;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a report as CSV, a figure a line; its baseline where there is one. The readings are files of their own. */
record FiguresCsv(Report report) {
    private static final String HEADER = "backend,run_id,figure,unit,value,baseline_backend,baseline_run_id,baseline,difference,ratio\r\n";

    void write(Writer out) throws IOException {
        out.write(HEADER);
        line(out, "", "", "verdict", report.verdict().outcome().name(), "");
        for (Half half : report.halves()) {
            String backend = half.backend().name();
            String id = half.run().id();
            for (Measure measure : Measure.of(half)) {
                line(out, backend, id, measure.id(), measure.unit().name(), number(measure.value()));
            }
            for (Half.TypeFigures type : half.types()) {
                values(out, backend, id, type);
            }
        }
        List<Measure> together = new ArrayList<>();
        Measure.latencies(together, report.together());
        for (Measure measure : report.together() == null ? List.<Measure>of() : together) {
            line(out, "", "", measure.id(), measure.unit().name(), number(measure.value()));
        }
        for (Comparison comparison : report.comparisons()) {
            for (Comparison.Difference one : comparison.differences()) {
                out.write(String.join(",", cell(comparison.backend()), cell(comparison.runId()), one.figure(),
                        one.unit(), number(one.value()), cell(comparison.baselineBackend()),
                        cell(comparison.baselineRunId()), number(one.baseline()), number(one.difference()),
                        number(one.ratio())) + "\r\n");
            }
        }
    }

    private static void values(Writer out, String backend, String id, Half.TypeFigures type) throws IOException {
        String name = "values." + type.type();
        line(out, backend, id, name + ".count", "COUNT", number((double) type.count()));
        line(out, backend, id, name + ".min", "VALUE", number(type.min()));
        line(out, backend, id, name + ".mean", "VALUE", number(type.mean()));
        line(out, backend, id, name + ".p50", "VALUE", number(type.p50()));
        line(out, backend, id, name + ".p95", "VALUE", number(type.p95()));
        line(out, backend, id, name + ".p99", "VALUE", number(type.p99()));
        line(out, backend, id, name + ".max", "VALUE", number(type.max()));
    }

    private static void line(Writer out, String backend, String id, String figure, String unit, String value)
            throws IOException {
        out.write(String.join(",", cell(backend), cell(id), cell(figure), cell(unit), value) + ",,,,,\r\n");
    }

    /** Empty where it is not known, never 0. A negative number is a number, and no formula. */
    private static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
