package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of runs by status, user and start; and by the number of a page, where a backend announces it. */
abstract class RunFilterKit extends Topic {
    @Test
    void lists_the_runs_of_a_user() {
        String user = user();
        List<String> own = List.of(startedBy(user), startedBy(user));
        startedBy(user());
        interruptAll();
        assertThat(ids("username=" + user)).containsExactlyElementsOf(own.reversed());
        assertThat(ids("username=" + user())).isEmpty();
    }

    @Test
    void lists_the_runs_of_a_status() {
        String user = user();
        String completed = startedBy(user);
        String failed = startedBy(user);
        String interrupted = startedBy(user);
        String running = startedBy(user);
        finish(completed, "{}").is(200);
        finish(failed, "{\"status\":\"FAILED\"}").is(200);
        finish(interrupted, "{\"status\":\"INTERRUPTED\"}").is(200);

        assertThat(ids("username=" + user + "&status=COMPLETED")).containsExactly(completed);
        assertThat(ids("username=" + user + "&status=FAILED")).containsExactly(failed);
        assertThat(ids("username=" + user + "&status=INTERRUPTED")).containsExactly(interrupted);
        assertThat(ids("status=RUNNING")).containsExactly(running);
    }

    @Test
    void an_expired_run_is_listed_as_failed_and_not_as_running() {
        String user = user();
        Answer run = backend().post("/api/runs/start", "{\"duration\":1}", "X-User", user).is(201);
        awaitServerTime(Instant.parse(run.textAt("/startedAt")).plusSeconds(1).plus(target().grace()));
        assertThat(ids("username=" + user + "&status=RUNNING")).isEmpty();
        assertThat(ids("username=" + user + "&status=FAILED")).containsExactly(run.textAt("/id"));
    }

    @Test
    void lists_the_runs_of_a_stretch_of_time_with_both_its_ends() {
        String user = user();
        Answer first = started(user);
        awaitServerTime(Instant.parse(first.textAt("/startedAt")).plusMillis(2));
        Answer second = started(user);
        awaitServerTime(Instant.parse(second.textAt("/startedAt")).plusMillis(2));
        Answer third = started(user);
        String mine = "username=" + user;
        String from = "&from=" + second.textAt("/startedAt");
        String to = "&to=" + second.textAt("/startedAt");

        assertThat(ids(mine + from)).containsExactly(third.textAt("/id"), second.textAt("/id"));
        assertThat(ids(mine + to)).containsExactly(second.textAt("/id"), first.textAt("/id"));
        assertThat(ids(mine + from + to)).containsExactly(second.textAt("/id"));
        assertThat(ids(mine + "&from=" + third.textAt("/startedAt") + to)).isEmpty();
        // Without a user the same, among the runs of others.
        assertThat(ids(from.substring(1) + to)).contains(second.textAt("/id"))
                .doesNotContain(first.textAt("/id"), third.textAt("/id"));
        assertThat(ids("from=1970-01-01T00:00:00Z&to=1971-01-01T00:00:00Z")).isEmpty();
        assertThat(ids("from=9999-01-01T00:00:00%2B01:00")).isEmpty();
    }

    @Test
    void pages_of_a_filter_have_no_gap_and_no_repeat() {
        String user = user();
        List<String> own = List.of(startedBy(user), startedBy(user), startedBy(user));
        interruptAll();
        startedBy(user());
        for (int limit : List.of(1, 2, 100)) {
            assertThat(texts(paged("/api/runs?username=" + user + "&limit=" + limit), "id"))
                    .containsExactlyElementsOf(own.reversed());
        }
    }

    @Test
    void a_cursor_belongs_to_its_filter() {
        String user = user();
        startedBy(user);
        startedBy(user);
        String key = get("/api/runs?limit=1&username=" + user).is(200).textAt("/nextKey");
        get("/api/runs?limit=1&username=" + user() + "&lastKey=" + Backend.encoded(key))
                .isRefused(400, "CURSOR_INVALID");
        get("/api/runs?limit=1&lastKey=" + Backend.encoded(key)).isRefused(400, "CURSOR_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=DONE", "status=running", "status=", "username=x", "username=a%20b", "username=",
            "from=yesterday", "from=2026-01-15T10:30:00", "to=", "to=10000-01-01T00:00:00Z"})
    void refuses_a_filter_that_is_none(String filter) {
        get("/api/runs?" + filter).isInvalid(filter.substring(0, filter.indexOf('=')));
    }

    @Test
    void pages_by_number_where_they_are_announced() {
        String user = user();
        List<String> own = List.of(startedBy(user), startedBy(user), startedBy(user)).reversed();
        Answer page = get("/api/runs?page=0&size=2&username=" + user);
        if (!announced("pages")) {
            page.isRefused(400, "VALIDATION_FAILED");
            get("/api/runs?size=2").isRefused(400, "VALIDATION_FAILED");
            get("/api/runs?page=0").isRefused(400, "VALIDATION_FAILED");
            return;
        }
        page.is(200);
        page.that(List.copyOf(page.json().propertyNames()))
                .containsExactlyInAnyOrder("content", "totalElements", "totalPages", "number", "size");
        page.that(page.textsAt("/content", "id")).containsExactlyElementsOf(own.subList(0, 2));
        page.number("/totalElements").isEqualTo(3);
        page.number("/totalPages").isEqualTo(2);
        page.number("/number").isEqualTo(0);
        page.number("/size").isEqualTo(2);
        Answer last = get("/api/runs?page=1&size=2&username=" + user).is(200);
        last.that(last.textsAt("/content", "id")).containsExactly(own.getLast());
        get("/api/runs?page=7&size=2&username=" + user).is(200).node("/content").hasToString("[]");
        get("/api/runs?page=0").is(200).number("/size").isEqualTo(20);
        get("/api/runs?size=1000").is(200).number("/size").isEqualTo(100);
        get("/api/runs?page=-1").isInvalid("page");
        get("/api/runs?page=x").isInvalid("page");
        get("/api/runs?size=0").isInvalid("size");
        get("/api/runs?page=0&limit=5").isInvalid("page");
    }

    private boolean announced(String feature) {
        return get("/api/info").is(200)
                .at("/features")
                .values()
                .stream()
                .map(JsonNode::asString)
                .anyMatch(feature::equals);
    }

    private List<String> ids(String filter) {
        return texts(paged("/api/runs?limit=100&" + filter), "id");
    }

    private String startedBy(String user) {
        return started(user).textAt("/id");
    }

    private Answer started(String user) {
        return start("{\"duration\":3600}", "X-User", user).is(201);
    }

    private static String user() {
        return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
    }
}
