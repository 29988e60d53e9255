package com.sentori.console.dashboards;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.sources.CloudWatchSource;
import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.LogRows;
import com.sentori.console.sources.LogsSource;
import com.sentori.console.sources.MetricName;
import com.sentori.console.sources.MetricQuery;
import com.sentori.console.sources.PrometheusSource;
import com.sentori.console.sources.SourceException;
import com.sentori.console.sources.Span;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What answers the queries of dashboards for one backend. At most {@value #AT_ONCE} questions are under way at a time. Thread-safe; every call waits for the
 * network, and an interrupt ends it.
 */
public final class Sources implements AutoCloseable {
    private static final int AT_ONCE = 6;
    private static final Pattern LABEL_VALUES = Pattern
            .compile("label_values\\(\\s*(?:(.+)\\s*,\\s*)?([a-zA-Z_][\\w]*)\\s*\\)\\s*");
    private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.+)\\)\\s*");
    private static final Pattern METRICS = Pattern.compile("metrics\\((.+)\\)\\s*");
    private static final Pattern DIMENSION_VALUES = Pattern.compile("dimension_values\\((.+)\\)\\s*");

    private final @Nullable PrometheusSource prometheus;
    private final @Nullable Late<CloudWatchSource> cloudWatch;
    private final @Nullable Late<LogsSource> logs;
    private final @Nullable StoredReadings readings;
    private final Semaphore turn = new Semaphore(AT_ONCE);

    /**
     * Of these.
     *
     * @param prometheus null where none is known
     * @param cloudWatch makes it when it is asked first, as that takes a while; null where none is known; closed with this
     * @param logs the same of its logs; there where CloudWatch is
     * @param readings that the backend has stored; null without a backend
     */
    public Sources(@Nullable PrometheusSource prometheus, @Nullable Supplier<CloudWatchSource> cloudWatch,
            @Nullable Supplier<LogsSource> logs, @Nullable StoredReadings readings) {
        this.prometheus = prometheus;
        this.cloudWatch = cloudWatch == null ? null : new Late<>(cloudWatch, CloudWatchSource::close);
        this.logs = logs == null ? null : new Late<>(logs, LogsSource::close);
        this.readings = readings;
    }

    /** Where a backend's figures are kept, and what it has stored itself, if there is one; asked over a client that knows the way there. */
    public static Sources of(@Nullable BackendClient backend, Telemetry telemetry, Supplier<OkHttpClient> http,
            Clock clock) {
        Telemetry.CloudWatch place = telemetry.cloudWatch();
        return new Sources(
                telemetry.prometheus() == null ? null : new PrometheusSource(telemetry.prometheus(), http, clock),
                place == null ? null : () -> new CloudWatchSource(place, clock),
                place == null ? null : () -> new LogsSource(place, clock),
                backend == null ? null : new StoredReadings(backend, clock));
    }

    boolean hasPrometheus() {
        return prometheus != null;
    }

    boolean hasCloudWatch() {
        return cloudWatch != null;
    }

    boolean hasReadings() {
        return readings != null;
    }

    /** A source that is made when it is asked first. */
    private static final class Late<S> {
        private final Supplier<S> maker;
        private final Consumer<S> closer;
        private @Nullable S made;
        private boolean closed;

        Late(Supplier<S> maker, Consumer<S> closer) {
            this.maker = maker;
            this.closer = closer;
        }

        synchronized S get() {
            if (closed) {
                throw new Left();
            }
            S known = made;
            if (known == null) {
                known = maker.get();
                made = known;
            }
            return known;
        }

        synchronized void close() {
            closed = true;
            if (made != null) {
                closer.accept(made);
            }
        }
    }

    private interface Question<T, E extends Exception> {
        T ask() throws E;
    }

    private <T, E extends Exception> T inTurn(Question<T, E> question) throws E {
        boolean mine = false;
        try {
            turn.acquire();
            mine = true;
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Left();
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }

    /** Nobody waits for the answer any more. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Asks Prometheus; there has to be one. */
    Frame prometheus(String refId, String expression, boolean instant, Timing timing) throws SourceException {
        PrometheusSource source = Objects.requireNonNull(prometheus);
        return inTurn(() -> instant
                ? source.instant(refId, expression, timing.to())
                : source.range(refId, expression, new Span(timing.from(), timing.to(), timing.step()).aligned()));
    }

    /** Asks CloudWatch; there has to be one. */
    Frame cloudWatch(List<MetricQuery> queries, Timing timing) throws SourceException {
        CloudWatchSource source = Objects.requireNonNull(cloudWatch).get();
        return inTurn(() -> source.data(queries, timing.from(), timing.to()));
    }

    /** Searches logs of CloudWatch; there has to be one. */
    LogRows logs(List<String> groups, String query, Timing timing) throws SourceException {
        LogsSource source = Objects.requireNonNull(logs).get();
        return inTurn(() -> source.query(groups, query, timing.from(), timing.to()));
    }

    /** The values that a variable asks for; those of the backend's own readings, where its source is not known or does not answer. */
    List<String> values(Variable variable, Interpolation names, Timing timing) throws SourceException {
        JsonNode query = variable.query();
        String text = names.text(query.isString() ? query.asString("") : query.path("query").asString(""),
                Interpolation.Place.PROMQL).strip();
        boolean metrics = variable.datasource().type().equalsIgnoreCase("cloudwatch") || query.has("queryType")
                || DIMENSION_VALUES.matcher(text).matches();
        boolean known = metrics ? cloudWatch != null : prometheus != null;
        if (!known) {
            return stored(metrics ? dimension(query, text) : label(text), timing);
        }
        try {
            return query.path("queryType").asString("").equals("logGroups")
                    ? logGroups(query, names)
                    : metrics ? dimensionValues(query, text, names) : promValues(text, timing);
        } catch (SourceException e) {
            if (e.kind() == SourceException.Kind.REFUSED || readings == null) {
                throw e;
            }
            return stored(metrics ? dimension(query, text) : label(text), timing);
        }
    }

    private List<String> stored(String label, Timing timing) {
        StoredReadings stored = readings;
        try {
            return stored == null ? List.of() : inTurn(() -> stored.values(label, timing));
        } catch (BackendException e) {
            return List.of();
        }
    }

    /** Answers from the readings that the backend has stored; there have to be some. */
    Frame stored(String refId, StoredExpression expression, boolean instant, Timing timing) throws BackendException {
        StoredReadings stored = Objects.requireNonNull(readings);
        return inTurn(() -> stored.answer(refId, expression, instant, timing));
    }

    private static String label(String text) {
        Matcher found = LABEL_VALUES.matcher(text);
        return found.matches() ? found.group(2) : "";
    }

    private static String dimension(JsonNode query, String text) {
        Matcher found = DIMENSION_VALUES.matcher(text);
        String name = query.path("dimensionKey").asString("");
        return found.matches() ? part(found.group(1), 3) : name;
    }

    private static String part(String list, int place) {
        String[] parts = list.split("\\s*,\\s*", -1);
        return place < parts.length ? parts[place].strip() : "";
    }

    private List<String> promValues(String text, Timing timing) throws SourceException {
        PrometheusSource source = Objects.requireNonNull(prometheus);
        Matcher labels = LABEL_VALUES.matcher(text);
        if (labels.matches()) {
            String selector = labels.group(1) == null ? "" : labels.group(1).strip();
            return inTurn(() -> source.labelValues(labels.group(2), selector, timing.from(), timing.to()));
        }
        Matcher named = METRICS.matcher(text);
        if (named.matches()) {
            Pattern wanted = Pattern.compile(named.group(1));
            return inTurn(() -> source.labelValues("__name__", "", timing.from(), timing.to())).stream()
                    .filter(each -> wanted.matcher(each).find())
                    .toList();
        }
        Matcher result = QUERY_RESULT.matcher(text);
        String expression = result.matches() ? result.group(1) : text;
        return inTurn(() -> source.instant("", expression, timing.to())).lines()
                .stream()
                .map(Sources::written)
                .toList();
    }

    private static String written(Line line) {
        StringBuilder text = new StringBuilder(line.name()).append('{');
        line.labels()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                        .append(each.getKey())
                        .append("=\"")
                        .append(each.getValue())
                        .append('"'));
        return text.append("} ").append(line.values()[0]).append(' ').append(line.times()[0]).toString();
    }

    private List<String> logGroups(JsonNode query, Interpolation names) throws SourceException {
        LogsSource source = Objects.requireNonNull(logs).get();
        String prefix = names.text(query.path("logGroupPrefix").asString(""), Interpolation.Place.PLAIN);
        return inTurn(() -> source.groups(prefix));
    }

    private List<String> dimensionValues(JsonNode query, String text, Interpolation names) throws SourceException {
        CloudWatchSource source = Objects.requireNonNull(cloudWatch).get();
        Matcher written = DIMENSION_VALUES.matcher(text);
        String namespace = written.matches() ? part(written.group(1), 1) : query.path("namespace").asString("");
        String metric = written.matches() ? part(written.group(1), 2) : query.path("metricName").asString("");
        String key = dimension(query, text);
        Map<String, List<String>> filters = new HashMap<>();
        query.path("dimensionFilters")
                .properties()
                .forEach(each -> filters.put(each.getKey(), filter(each.getValue(), names)));
        Map<String, String> one = new HashMap<>(Map.of(key, ""));
        filters.forEach((name, values) -> one.put(name, values.size() == 1 ? values.getFirst() : ""));
        TreeSet<String> values = new TreeSet<>();
        for (MetricName each : inTurn(() -> source.metrics(namespace, metric, one))) {
            boolean meant = filters.entrySet()
                    .stream()
                    .allMatch(filter -> filter.getValue().isEmpty()
                            || filter.getValue().contains(each.dimensions().get(filter.getKey())));
            String value = each.dimensions().get(key);
            if (meant && value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** The values that are let through; none for any. */
    private static List<String> filter(JsonNode written, Interpolation names) {
        String text = written.isArray() ? written.path(0).asString("") : written.asString("");
        String name = text.replaceFirst("^\\$\\{?(\\w+)}?$", "$1");
        return names.of(name)
                .filter(_ -> !name.equals(text))
                .map(chosen -> chosen.all() ? List.<String>of() : chosen.values())
                .orElseGet(() -> text.equals("*") ? List.of() : List.of(names.text(text, Interpolation.Place.PLAIN)));
    }

    @Override
    public void close() {
        if (cloudWatch != null) {
            cloudWatch.close();
        }
        if (logs != null) {
            logs.close();
        }
    }
}
