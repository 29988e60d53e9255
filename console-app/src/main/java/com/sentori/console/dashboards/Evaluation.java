package com.sentori.console.dashboards;

import com.sentori.console.dashboards.StoredExpression.Joint;
import com.sentori.console.dashboards.StoredExpression.Over;
import com.sentori.console.dashboards.StoredExpression.Selector;
import com.sentori.console.dashboards.StoredExpression.Times;
import com.sentori.console.dashboards.StoredExpression.Together;
import com.sentori.console.sources.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Answers an expression from tracks, at moments. Where Prometheus would extrapolate between scrapes, it counts. */
final class Evaluation {
    private static final String TYPE = "type";

    private final List<Track> tracks;
    private final String refId;
    private final long[] moments;

    Evaluation(List<Track> tracks, String refId, boolean instant, Timing timing) {
        this.tracks = tracks;
        this.refId = refId;
        long step = timing.step().toMillis();
        long first = instant ? timing.to().toEpochMilli() : Math.floorDiv(timing.from().toEpochMilli(), step) * step;
        int count = instant ? 1 : (int) ((timing.to().toEpochMilli() - first) / step) + 1;
        moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = first + i * step;
        }
    }

    /** A series with a value at each moment, NaN for none. */
    private static final class Row {
        private final Map<String, String> labels;
        private final double[] values;

        Row(Map<String, String> labels, double[] values) {
            this.labels = labels;
            this.values = values;
        }

        Map<String, String> labels() {
            return labels;
        }

        double[] values() {
            return values;
        }
    }

    List<Line> of(StoredExpression expression) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows(expression)) {
            int[] there = IntStream.range(0, moments.length)
                    .filter(i -> !Double.isNaN(row.values()[i]))
                    .toArray();
            if (there.length > 0) {
                String name = expression instanceof Selector metric
                        ? metric.counts() ? StoredExpression.COUNT : StoredExpression.VALUE
                        : "";
                lines.add(new Line(refId, name, row.labels(), Arrays.stream(there).mapToLong(i -> moments[i]).toArray(),
                        Arrays.stream(there).mapToDouble(i -> row.values()[i]).toArray(), Duration.ZERO));
            }
        }
        return lines;
    }

    private List<Row> rows(StoredExpression expression) {
        return switch (expression) {
            case Selector metric -> chosen(metric, moment -> new long[]{moment, moment},
                    (track, span) -> metric.counts() ? count(track, span[1]) : track.at(span[1]));
            case Over over -> over(over);
            case Together together -> together(together);
            case Times times -> rows(times.of()).stream()
                    .map(row -> new Row(row.labels(),
                            Arrays.stream(row.values()).map(value -> value * times.factor()).toArray()))
                    .toList();
        };
    }

    private static double count(Track track, long moment) {
        return Double.isNaN(track.at(moment)) ? Double.NaN : track.until(moment);
    }

    private interface Spans {
        long[] of(long moment);
    }

    private interface Figure {
        double of(Track track, long[] span);
    }

    /** The series of a metric: the counter does not tell types apart, so that its tracks are added up. */
    private List<Row> chosen(Selector metric, Spans spans, Figure figure) {
        Map<Map<String, String>, double[]> rows = new LinkedHashMap<>();
        for (Track track : tracks) {
            Map<String, String> labels = new HashMap<>(track.labels());
            if (metric.counts()) {
                labels.remove(TYPE);
            }
            boolean meant = metric.matchers()
                    .stream()
                    .allMatch(each -> each.accepts(labels.getOrDefault(each.label(), "")));
            if (meant) {
                double[] sum = rows.computeIfAbsent(labels, _ -> nothing());
                for (int i = 0; i < moments.length; i++) {
                    double value = figure.of(track, spans.of(moments[i]));
                    sum[i] = Double.isNaN(sum[i]) ? value : Double.isNaN(value) ? sum[i] : sum[i] + value;
                }
            }
        }
        List<Row> list = new ArrayList<>();
        rows.forEach((labels, values) -> list.add(new Row(labels, values)));
        return list;
    }

    private double[] nothing() {
        double[] values = new double[moments.length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private List<Row> over(Over over) {
        long length = over.time().toMillis();
        return chosen(over.of(), moment -> new long[]{moment - length, moment}, (track, span) -> {
            if (!track.isAlive(span[0], span[1])) {
                return Double.NaN;
            }
            int from = track.until(span[0]);
            int to = track.until(span[1]);
            return over.of().counts()
                    ? counted(over, from, to)
                    : from == to ? Double.NaN : measured(over.function(), track, from, to);
        });
    }

    private static double counted(Over over, int from, int to) {
        return switch (over.function()) {
            case RATE -> (to - from) / (over.time().toMillis() / 1_000.0);
            case INCREASE -> to - from;
            case MAX_OVER_TIME, LAST_OVER_TIME -> to;
            case MIN_OVER_TIME -> from;
            case AVG_OVER_TIME -> (from + to) / 2.0;
        };
    }

    private static double measured(StoredExpression.Function function, Track track, int from, int to) {
        double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = track.value(i);
        }
        return switch (function) {
            case RATE, INCREASE -> Double.NaN;
            case MAX_OVER_TIME -> Reducer.MAX.of(values);
            case MIN_OVER_TIME -> Reducer.MIN.of(values);
            case AVG_OVER_TIME -> Reducer.MEAN.of(values);
            case LAST_OVER_TIME -> Reducer.LAST.of(values);
        };
    }

    private List<Row> together(Together together) {
        List<Row> rows = rows(together.of());
        if (together.joint() == Joint.TOPK || together.joint() == Joint.BOTTOMK) {
            return extremes(together, rows);
        }
        Map<Map<String, String>, List<Row>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(labels(together, row.labels()), _ -> new ArrayList<>()).add(row);
        }
        List<Row> joined = new ArrayList<>();
        groups.forEach((labels, members) -> joined.add(new Row(labels, joined(together.joint(), members))));
        return joined;
    }

    private static Map<String, String> labels(Together together, Map<String, String> labels) {
        Map<String, String> kept = new TreeMap<>(labels);
        kept.keySet().removeIf(each -> together.labels().contains(each) != together.kept());
        return kept;
    }

    private double[] joined(Joint joint, List<Row> rows) {
        double[] values = new double[moments.length];
        for (int i = 0; i < values.length; i++) {
            int moment = i;
            double[] there = rows.stream()
                    .mapToDouble(row -> row.values()[moment])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            values[i] = there.length == 0 ? Double.NaN : switch (joint) {
                case SUM -> Reducer.SUM.of(there);
                case AVG -> Reducer.MEAN.of(there);
                case MIN -> Reducer.MIN.of(there);
                case MAX -> Reducer.MAX.of(there);
                case COUNT -> there.length;
                case TOPK, BOTTOMK -> Double.NaN;
            };
        }
        return values;
    }

    /** At each moment the values of the greatest or the least ones alone. */
    private List<Row> extremes(Together together, List<Row> rows) {
        List<Row> cut = new ArrayList<>();
        rows.forEach(row -> cut.add(new Row(row.labels(), nothing())));
        for (int i = 0; i < moments.length; i++) {
            int moment = i;
            Comparator<Integer> rising = Comparator.comparingDouble(place -> rows.get(place).values()[moment]);
            IntStream.range(0, rows.size())
                    .boxed()
                    .filter(place -> !Double.isNaN(rows.get(place).values()[moment]))
                    .sorted(together.joint() == Joint.TOPK ? rising.reversed() : rising)
                    .limit(together.count())
                    .forEach(place -> cut.get(place).values()[moment] = rows.get(place).values()[moment]);
        }
        Comparator<Row> byLatest = Comparator.comparingDouble(row -> row.values()[moments.length - 1]);
        cut.sort(together.joint() == Joint.TOPK ? byLatest.reversed() : byLatest);
        return cut;
    }
}
