package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metricmath.TimeSeries;
import com.sentori.sandbox.metricmath.Value;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a series is called: the label of its query with the dynamic parts {@code ${LABEL}}, {@code ${PROP('…')}}, {@code ${AVG}},
 * {@code ${MIN}}, {@code ${MAX}}, {@code ${SUM}}, {@code ${FIRST}}, {@code ${LAST}} and {@code ${DATAPOINT_COUNT}} filled in. Without a label a metric is
 * called by its name, a found one by its dimensions and name, and an expression by its id.
 */
final class Labels {
    private static final Pattern PART = Pattern.compile("\\$\\{\\s*(?:PROP\\(\\s*'([^']*)'\\s*\\)|([A-Z_]+))\\s*}");

    private Labels() {}

    static String of(GetMetricData.Query query, Value value, TimeSeries series) {
        boolean several = value instanceof Value.Many;
        String own = several || query.expression() == null ? series.label() : String.valueOf(query.id());
        String wanted = query.label();
        if (wanted == null || wanted.isEmpty()) {
            return own;
        }
        Matcher parts = PART.matcher(wanted);
        if (!parts.find()) {
            return several ? wanted + " " + own : wanted;
        }
        return parts.replaceAll(part -> Matcher.quoteReplacement(part.group(1) != null
                ? property(part.group(1), query, series)
                : figure(part.group(), part.group(2), own, series.points().values())));
    }

    private static String property(String name, GetMetricData.Query query, TimeSeries series) {
        if (name.equals("Period")) {
            return Integer.toString(series.period());
        }
        TimeSeries.Source source = series.source();
        if (source == null) {
            return "";
        }
        return switch (name) {
            case "Namespace" -> source.metric().namespace();
            case "MetricName" -> source.metric().name();
            case "Stat" -> source.statistic();
            case "Region" -> "local";
            case "Expression" -> String.valueOf(query.expression());
            case String dimension when dimension.startsWith("Dim.") ->
                source.metric().dimension(dimension.substring(4)).orElse("");
            default -> "";
        };
    }

    private static String figure(String part, String name, String own, Collection<Double> values) {
        if (name.equals("LABEL")) {
            return own;
        }
        DoubleSummaryStatistics all = values.stream().mapToDouble(one -> one).summaryStatistics();
        if (name.equals("DATAPOINT_COUNT")) {
            return Long.toString(all.getCount());
        }
        if (all.getCount() == 0) {
            return "";
        }
        return switch (name) {
            case "AVG" -> number(all.getAverage());
            case "MIN" -> number(all.getMin());
            case "MAX" -> number(all.getMax());
            case "SUM" -> number(all.getSum());
            case "FIRST" -> number(values.stream().findFirst().orElseThrow());
            case "LAST" -> number(values.stream().reduce((_, later) -> later).orElseThrow());
            default -> part;
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
