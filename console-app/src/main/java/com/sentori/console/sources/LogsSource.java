package com.sentori.console.sources;

import com.sentori.console.backends.Telemetry;
import com.sentori.console.sources.SourceException.Kind;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartQueryRequest;

/**
 * The logs of a CloudWatch, searched by its Insights, at the place and with the credentials of its metrics. Thread-safe; every call waits for the network, and an
 * interrupt ends it, and the query with it.
 */
public final class LogsSource implements AutoCloseable {
    /** What one query gives back at most, as Grafana has it. */
    public static final int MOST_ROWS = 1_000;
    private static final String SERVICE = "CloudWatch Logs";
    private static final String TIMESTAMP = "@timestamp";
    /** By which the whole event could be asked for. */
    private static final String POINTER = "@ptr";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_GROUPS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    /** AWS allows five such questions a second. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final CloudWatchLogsClient client;
    private final Clock clock;

    /** Of a place. Nothing is called yet; who has no credentials is told so by the first call. */
    public LogsSource(Telemetry.CloudWatch place, Clock clock) {
        this.client = Aws.client(CloudWatchLogsClient.builder(), place);
        this.clock = clock;
    }

    /**
     * What a query finds from one time to another, both inclusive and by whole seconds.
     *
     * @param groups names or ARNs of log groups
     * @param query in the language of Logs Insights
     */
    public LogRows query(List<String> groups, String query, Instant from, Instant to) throws SourceException {
        StartQueryRequest request = StartQueryRequest.builder()
                .logGroupIdentifiers(groups.stream().map(LogsSource::identifier).distinct().toList())
                .queryString(query)
                .startTime(from.getEpochSecond())
                .endTime(to.getEpochSecond())
                .limit(MOST_ROWS)
                .build();
        String id = Aws.call(SERVICE, () -> client.startQuery(request).queryId());
        boolean over = false;
        try {
            LogRows rows = await(id);
            over = true;
            return rows;
        } finally {
            if (!over) {
                stop(id);
            }
        }
    }

    /** AWS wants ARNs without the ending that is for policies. */
    private static String identifier(String group) {
        return group.startsWith("arn:") && group.endsWith(":*") ? group.substring(0, group.length() - 2) : group;
    }

    private LogRows await(String id) throws SourceException {
        Instant deadline = clock.instant().plus(PATIENCE);
        Duration pause = FIRST_PAUSE;
        while (true) {
            GetQueryResultsResponse answer = Aws.call(SERVICE, () -> client.getQueryResults(get -> get.queryId(id)));
            switch (answer.status()) {
                case COMPLETE -> {
                    return rows(answer);
                }
                case SCHEDULED, RUNNING -> {
                    if (clock.instant().isAfter(deadline)) {
                        throw new SourceException(Kind.BUSY, SERVICE + " searched for more than "
                                + PATIENCE.toSeconds() + " s: ask for a shorter time.");
                    }
                    pause(pause);
                }
                default -> throw new SourceException(Kind.BUSY,
                        SERVICE + " gave the query up: " + answer.statusAsString() + ".");
            }
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private static void pause(Duration length) throws SourceException {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(Kind.UNREACHABLE, "Nobody waits for " + SERVICE + " any more.", e);
        }
    }

    /** Also on a thread that was interrupted, which no call would start on. */
    private void stop(String id) {
        boolean interrupted = Thread.interrupted();
        try {
            Aws.call(SERVICE, () -> client.stopQuery(stop -> stop.queryId(id)));
        } catch (SourceException e) {
            // It ends by itself.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private LogRows rows(GetQueryResultsResponse answer) {
        List<LogRow> rows = new ArrayList<>();
        int characters = 0;
        for (List<ResultField> event : answer.results()) {
            characters += event.stream().mapToInt(field -> String.valueOf(field.value()).length()).sum();
            if (rows.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
                break;
            }
            rows.add(row(event));
        }
        long matched = answer.statistics() == null ? 0 : answer.statistics().recordsMatched().longValue();
        boolean partial = rows.size() < answer.results().size() || (rows.size() == MOST_ROWS && matched > MOST_ROWS);
        return new LogRows(rows, Math.max(matched, rows.size()), partial, Aws.at(answer, clock));
    }

    private static LogRow row(List<ResultField> event) {
        Map<String, String> fields = new LinkedHashMap<>();
        Instant time = null;
        for (ResultField field : event) {
            String value = field.value() == null ? "" : field.value();
            if (field.field().equals(TIMESTAMP)) {
                try {
                    time = LocalDateTime.parse(value, TIME).toInstant(ZoneOffset.UTC);
                } catch (DateTimeException e) {
                    fields.put(TIMESTAMP, value);
                }
            } else if (!field.field().equals(POINTER) && !value.isEmpty()) {
                fields.put(field.field(), value);
            }
        }
        return new LogRow(time, fields);
    }

    /** Names of the log groups that begin so. */
    public List<String> groups(String prefix) throws SourceException {
        return Aws.call(SERVICE, () -> client
                .describeLogGroupsPaginator(list -> {
                    if (!prefix.isEmpty()) {
                        list.logGroupNamePrefix(prefix);
                    }
                })
                .logGroups()
                .stream()
                .limit(MOST_GROUPS)
                .map(LogGroup::logGroupName)
                .toList());
    }

    @Override
    public void close() {
        client.close();
    }
}
