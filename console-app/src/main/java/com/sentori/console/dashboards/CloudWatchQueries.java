package com.sentori.console.dashboards;

import com.sentori.console.sources.MetricQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes the questions of {@code GetMetricData} of a panel's queries, as Grafana's own source does, so that both show the same. */
final class CloudWatchQueries {
    /** The periods that Grafana chooses from where a query names none. */
    private static final int[] PERIODS = {60, 300, 900, 3_600, 21_600, 86_400};
    private static final int MOST_POINTS = 2_000;
    private static final String ANY = "*";

    private final Interpolation names;
    private final Timing timing;
    private final Map<String, Target.CloudWatch> targets = new LinkedHashMap<>();

    CloudWatchQueries(Interpolation names, Timing timing) {
        this.names = names;
        this.timing = timing;
    }

    /** The questions, each with the id that expressions know it by. */
    List<MetricQuery> of(List<Target.CloudWatch> queries) {
        List<MetricQuery> asked = new ArrayList<>();
        for (Target.CloudWatch each : queries) {
            String id = each.id().isEmpty() ? "q" + each.refId().toLowerCase(Locale.ROOT) : each.id();
            targets.put(id, each);
            asked.add(query(id, each));
        }
        return asked;
    }

    /** Whose answer the lines of this id are. */
    Target.CloudWatch target(String id) {
        Target.CloudWatch target = targets.get(id);
        if (target == null) {
            throw new IllegalStateException("Nobody asked for " + id + ".");
        }
        return target;
    }

    private MetricQuery query(String id, Target.CloudWatch target) {
        Duration period = period(names.text(target.period(), Interpolation.Place.PLAIN), timing);
        String label = names.text(target.label(), Interpolation.Place.PLAIN);
        if (!target.expression().isBlank()) {
            return new MetricQuery.Expression(id, label, target.hidden(),
                    names.text(target.expression(), Interpolation.Place.PLAIN), period);
        }
        Map<String, List<String>> dimensions = new TreeMap<>();
        target.dimensions().forEach((name, values) -> dimensions.put(name, names.values(values)));
        String namespace = names.text(target.namespace(), Interpolation.Place.PLAIN);
        String metric = names.text(target.metric(), Interpolation.Place.PLAIN);
        boolean search = !dimensions.isEmpty() && (!target.exact()
                || dimensions.values().stream().anyMatch(each -> each.size() != 1 || each.contains(ANY)));
        if (search) {
            return new MetricQuery.Expression(id, label, target.hidden(),
                    search(target, namespace, metric, dimensions, period), period);
        }
        Map<String, String> single = new TreeMap<>();
        dimensions.forEach((name, values) -> single.put(name, values.getFirst()));
        return new MetricQuery.Metric(id, label, target.hidden(), namespace, metric, single, target.statistic(),
                period);
    }

    private static String search(Target.CloudWatch target, String namespace, String metric,
            Map<String, List<String>> dimensions, Duration period) {
        StringBuilder term = new StringBuilder("MetricName=").append(quoted(metric));
        List<String> open = new ArrayList<>();
        dimensions.forEach((name, values) -> {
            if (values.contains(ANY) || values.isEmpty()) {
                open.add(quoted(name));
            } else {
                String any = values.stream().map(CloudWatchQueries::quoted).collect(Collectors.joining(" OR "));
                term.append(' ').append(quoted(name)).append('=').append(values.size() > 1 ? "(" + any + ")" : any);
            }
        });
        String where = target.exact()
                ? "{" + quoted(namespace) + ","
                        + dimensions.keySet().stream().map(CloudWatchQueries::quoted).collect(Collectors.joining(","))
                        + "} " + term
                : "Namespace=" + quoted(namespace) + " " + term + (open.isEmpty() ? "" : " " + String.join(" ", open));
        return "REMOVE_EMPTY(SEARCH('" + where.replace("'", "\\'") + "', '" + target.statistic() + "', "
                + period.toSeconds() + "))";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    /** The one that is written, or the shortest with which a line does not have too many points. */
    private static Duration period(String written, Timing timing) {
        if (!written.isBlank() && !written.equals("auto")) {
            try {
                return written.chars().allMatch(Character::isDigit)
                        ? Duration.ofSeconds(Math.max(1, Integer.parseInt(written)))
                        : TimeText.length(written);
            } catch (IllegalArgumentException e) {
                // As if nothing had been written.
            }
        }
        long least = timing.range().toSeconds() / MOST_POINTS;
        for (int each : PERIODS) {
            if (each >= least) {
                return Duration.ofSeconds(each);
            }
        }
        return Duration.ofSeconds(PERIODS[PERIODS.length - 1]);
    }
}
