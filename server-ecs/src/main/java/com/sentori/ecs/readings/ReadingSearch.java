package com.sentori.ecs.readings;

import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.ecs.runs.RunPlace;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Searches run by run, newest first, and each run backwards in windows of positions. Conditions that no index
 * knows may leave a window empty; so the windows grow, and after {@link #PATIENCE} the search stops where it is and
 * says so. Place as text: {@code position:epochMillis:runId}, position exclusive.
 */
final class ReadingSearch {
    private static final String IN_RUN = Statements.of(ReadingSearch.class, "search-run");
    private static final String IN_RUN_BY_SENSOR = Statements.of(ReadingSearch.class, "search-sensor");
    private static final String RUN = Statements.of(ReadingSearch.class, "run");
    private static final String RUNS_FROM = Statements.of(ReadingSearch.class, "runs-from");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final long FIRST_WINDOW = 50_000;
    private static final long LARGEST_WINDOW = 400_000;
    private static final int RUNS_AT_ONCE = 100;

    private final Store store;

    ReadingSearch(Store store) {
        this.store = store;
    }

    Slice<Reading> find(ReadingQuery query, @Nullable String after, int limit) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Slice.Entry<Reading>> found = new ArrayList<>();
        Place place = after == null ? new Place(Long.MAX_VALUE, RunPlace.NEWEST) : Place.parse(after);
        List<Candidate> runs = runs(query, place.run());
        while (!runs.isEmpty()) {
            for (Candidate run : runs) {
                // Only the run in which the last page ended is begun in its middle.
                long high = run.place().equals(place.run()) ? place.position() : Long.MAX_VALUE;
                place = within(run, high, query, limit, found, deadline);
                if (found.size() == limit || System.nanoTime() > deadline) {
                    return new Slice<>(found, place.toString());
                }
            }
            runs = query.runId() != null || runs.size() < RUNS_AT_ONCE ? List.of() : runs(query, place.run());
        }
        return new Slice<>(found, null);
    }

    /** Adds what one run has; the place where it stopped. */
    private Place within(Candidate run, long from, ReadingQuery query, int limit, List<Slice.Entry<Reading>> found,
            long deadline) {
        long high = Math.min(from, run.lastPosition() + 1);
        long window = FIRST_WINDOW;
        while (high > 1) {
            long low = Math.max(1, high - window);
            for (ReadingRow row : rows(run, low, high, query, limit - found.size())) {
                high = row.position();
                found.add(new Slice.Entry<>(row.reading(), new Place(high, run.place()).toString()));
            }
            if (found.size() == limit) {
                break;
            }
            high = low;
            if (System.nanoTime() > deadline) {
                break;
            }
            window = Math.min(2 * window, LARGEST_WINDOW);
        }
        return new Place(high, run.place());
    }

    private List<ReadingRow> rows(Candidate run, long low, long high, ReadingQuery query, int limit) {
        return store.ask(sql -> {
            StatementSpec statement = query.sensorId() == null
                    ? sql.sql(IN_RUN)
                    : sql.sql(IN_RUN_BY_SENSOR).param("sensorId", query.sensorId());
            return statement.param("run", run.place().id())
                    .param("low", low)
                    .param("high", high)
                    .param("type", query.type())
                    .param("from", query.from() == null ? OffsetDateTime.MIN : Times.sql(query.from()))
                    .param("to", query.to() == null ? OffsetDateTime.MAX : Times.sql(query.to()))
                    .param("limit", limit)
                    .query(ReadingRow::of)
                    .list();
        });
    }

    private List<Candidate> runs(ReadingQuery query, RunPlace from) {
        return store.ask(sql -> {
            StatementSpec statement = query.runId() != null
                    ? sql.sql(RUN).param("id", UUID.fromString(query.runId()))
                    : sql.sql(RUNS_FROM)
                            .param("startedAt", from.sqlStartedAt())
                            .param("id", from.id())
                            .param("limit", RUNS_AT_ONCE);
            return statement.query((row, number) -> new Candidate(
                    new RunPlace(Times.required(row, "started_at"), row.getObject("id", UUID.class)),
                    row.getLong("last_position")))
                    .list();
        });
    }

    private record Candidate(RunPlace place, long lastPosition) {}

    private record Place(long position, RunPlace run) {
        static Place parse(String text) {
            int colon = text.indexOf(':');
            return new Place(Long.parseLong(text.substring(0, colon)), RunPlace.parse(text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return position + ":" + run;
        }
    }
}
