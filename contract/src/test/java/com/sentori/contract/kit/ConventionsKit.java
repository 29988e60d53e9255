package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What holds for every call: text, time, limits, cursors, users, and how strictly JSON is read. */
abstract class ConventionsKit extends Topic {
    // ---- text

    @ParameterizedTest
    @ValueSource(strings = {"émoji 🎉👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום עולם \u202E abc \u202C العربية",
            "\"'`\\ / \\n \\u0041", "'; DROP TABLE runs; --",
            "%s %00 %2B + & = ? # ;", "${jndi:ldap://localhost/a} {{7*7}} #{1}", "<script>alert(1)</script>",
            "  blanks and\ttab\nline\r\n ", "\u0001\u0007\u001B\u007F\u0080", "e\u0301 é", "\uFFFD\uFFFE\uFFFF\uFEFF",
            "\u2028\u2029", "null", "日本語 漢字 𠮷", "\\N", "\t", " "})
    void text_comes_back_verbatim(String text) {
        String json = quoted(text);
        Answer run = start("{\"sensorIds\":[" + json + "],\"meta\":{" + json + ":" + json + "}}").is(201);
        String id = run.textAt("/id");
        run.text("/params/sensorIds/0").isEqualTo(text);
        assertThat(run.at("/meta").get(text)).as(run::toString).isNotNull();
        Answer read = run(id).is(200);
        read.text("/params/sensorIds/0").isEqualTo(text);
        assertThat(read.at("/meta").path(text).asString()).as(read::toString).isEqualTo(text);

        Answer stored = ingest(id, "{\"sensorId\":" + json + ",\"type\":" + json + ",\"reading\":1}").is(201);
        stored.text("/sensorId").isEqualTo(text);
        stored.text("/type").isEqualTo(text);
        JsonNode tailed = readings(id).getFirst();
        assertThat(tailed).isEqualTo(stored.json());
        Answer found = get(DATA + "?runId=" + id + "&sensorId=" + Backend.encoded(text) + "&type="
                + Backend.encoded(text)).is(200);
        assertThat(found.at("/items/0")).as(found::toString).isEqualTo(stored.json());

        finish(id, "{\"errorMessage\":" + json + "}").is(200).text("/errorMessage").isEqualTo(text);
        run(id).is(200).text("/errorMessage").isEqualTo(text);
    }

    @Test
    void lengths_count_code_points() {
        String run = started();
        ingest(run, "{\"sensorId\":\"" + "🎉".repeat(128) + "\",\"type\":\"" + "🎉".repeat(64) + "\",\"reading\":1}")
                .is(201);
        ingest(run, "{\"sensorId\":\"" + "🎉".repeat(129) + "\",\"reading\":1}").isInvalid("sensorId");
        ingest(run, "{\"sensorId\":\"s\",\"type\":\"" + "🎉".repeat(65) + "\",\"reading\":1}").isInvalid("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "a\\udfffb", "\\udc00\\ud800",
            "\\ud83c\\ud83c\\udf89", "\\ud83cx"})
    void refuses_the_zero_character_and_lone_surrogates(String text) {
        String run = started();
        for (String body : List.of("{\"sensorId\":\"%s\",\"reading\":1}",
                "{\"sensorId\":\"s\",\"type\":\"%s\",\"reading\":1}",
                "{\"sensorId\":\"s\",\"reading\":1,\"unknown\":\"%s\"}", "{\"sensorId\":\"s\",\"reading\":1,\"%s\":1}",
                "[{\"sensorId\":\"s\",\"reading\":1},{\"sensorId\":\"%s\",\"reading\":1}]")) {
            ingest(run, body.formatted(text)).isBadRequest();
        }
        assertThat(readings(run)).isEmpty();
        for (String body : List.of("{\"meta\":{\"k\":\"%s\"}}", "{\"meta\":{\"%s\":1}}",
                "{\"meta\":{\"k\":[{\"l\":\"%s\"}]}}", "{\"sensorIds\":[\"%s\"]}")) {
            start(body.formatted(text)).isBadRequest();
        }
        for (String body : List.of("{\"message\":\"%s\"}", "{\"errorMessage\":\"%s\"}", "{\"status\":\"%s\"}")) {
            finish(run, body.formatted(text)).isBadRequest();
        }
        run(run).text("/status").isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%80", "%ED%B0%80", "%FF", "%C3", "%C0%80"})
    void refuses_the_zero_character_and_what_is_no_unicode_in_a_query(String text) {
        get(DATA + "?sensorId=" + text).isRefused(400, "VALIDATION_FAILED");
        get(DATA + "?sensorId=s&type=" + text).isRefused(400, "VALIDATION_FAILED");
    }

    // ---- time

    @ParameterizedTest
    @CsvSource({"2026-01-15T10:30:00.000Z,2026-01-15T10:30:00.000Z", "2026-01-15T10:30:00Z,2026-01-15T10:30:00.000Z",
            "2026-01-15T10:30Z,2026-01-15T10:30:00.000Z", "2026-01-15T12:30:00+02:00,2026-01-15T10:30:00.000Z",
            "2026-01-15T05:00:00.5-05:30,2026-01-15T10:30:00.500Z",
            "2026-01-15T10:30:00.000+00:00,2026-01-15T10:30:00.000Z",
            "2026-01-15T10:30:00.1239999Z,2026-01-15T10:30:00.123Z",
            "2026-01-15T10:30:00.999999999Z,2026-01-15T10:30:00.999Z",
            "2026-01-15T10:30:00.123999999999Z,2026-01-15T10:30:00.123Z",
            "2026-01-15T12:30:00+0200,2026-01-15T10:30:00.000Z", "2026-01-15T12:30:00+02,2026-01-15T10:30:00.000Z",
            "1970-01-01T00:00:00.000Z,1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z,9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59.9999Z,9999-12-31T23:59:59.999Z",
            "1970-01-01T01:00:00+01:00,1970-01-01T00:00:00.000Z",
            "1969-12-31T23:00:00-01:00,1970-01-01T00:00:00.000Z", "2024-02-29T00:00:00Z,2024-02-29T00:00:00.000Z"})
    void takes_any_offset_and_cuts_to_milliseconds(String sent, String stored) {
        String run = started();
        ingest(run, "{\"sensorId\":\"s\",\"reading\":1,\"timestamp\":\"" + sent + "\"}").is(201)
                .text("/timestamp")
                .isEqualTo(stored);
        assertThat(texts(readings(run), "timestamp")).containsExactly(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T10:30:00", "2026-01-15", "10:30:00Z", "2026-01-15 10:30:00Z", "1768473000",
            "2026-02-29T00:00:00Z", "2026-01-15T25:00:00Z", "2026-01-15T10:30:00+25:00", "1969-12-31T23:59:59.999Z",
            "10000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "9999-12-31T23:59:59-00:01",
            "1970-01-01T00:00:00+00:01", "now", "2026-01-15T10:30:00 Z", "2026-1-15T10:30:00Z"})
    void refuses_a_time_without_offset_outside_the_years_or_of_another_form(String sent) {
        ingest(started(), "{\"sensorId\":\"s\",\"reading\":1,\"timestamp\":\"" + sent + "\"}").isInvalid("timestamp");
    }

    // ---- pages

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5", "", "1e3", "0x10", "%2B5", "%201", "1%00", "١", "NaN"})
    void refuses_a_limit_below_1_or_no_number(String limit) {
        String run = started();
        get("/api/runs?limit=" + encodedUnlessEncoded(limit)).isRefused(400, "VALIDATION_FAILED");
        get(DATA + "?runId=" + run + "&limit=" + encodedUnlessEncoded(limit)).isRefused(400, "VALIDATION_FAILED");
        tail(run, "?limit=" + encodedUnlessEncoded(limit)).isRefused(400, "VALIDATION_FAILED");
    }

    @Test
    void clamps_a_limit_above_the_maximum() {
        String run = started();
        for (String limit : List.of("100000", "2147483648", "9223372036854775808", "9".repeat(100))) {
            get("/api/runs?limit=" + limit).is(200).number("/count").isBetween(1L, 100L);
            get(DATA + "?runId=" + run + "&limit=" + limit).is(200);
            tail(run, "?limit=" + limit).is(200);
        }
    }

    @Test
    void a_damaged_cursor_is_invalid() {
        String run = started();
        ingest(run, "s", 0, 5);
        finish(started(), "{}").is(200);
        List<String> pages = List.of("/api/runs?limit=1&lastKey=", DATA + "?limit=1&runId=" + run + "&lastKey=",
                "/api/runs/" + run + "/readings?limit=1&after=");
        List<String> cursors = List.of(get("/api/runs?limit=1").textAt("/nextKey"),
                get(DATA + "?limit=1&runId=" + run).textAt("/nextKey"), tail(run, "?limit=1").textAt("/cursor"));
        for (int i = 0; i < pages.size(); i++) {
            String cursor = cursors.get(i);
            get(pages.get(i) + Backend.encoded(cursor)).is(200);
            for (String damaged : List.of("", "x", "0", "1", "null", "!", "🎉", cursor + "A", cursor + "=",
                    cursor.substring(1), cursor.substring(0, cursor.length() - 1), " " + cursor, "A".repeat(3_000))) {
                get(pages.get(i) + Backend.encoded(damaged)).isRefused(400, "CURSOR_INVALID");
            }
            for (int at = 0; at < cursor.length(); at += 3) {
                char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
                get(pages.get(i) + Backend.encoded(cursor.substring(0, at) + other + cursor.substring(at + 1)))
                        .isRefused(400, "CURSOR_INVALID");
            }
        }
    }

    @Test
    void a_cursor_of_another_query_is_invalid() {
        String run = started();
        String other = started();
        ingest(run, "s", 0, 5);
        ingest(other, "s", 0, 5);
        String runs = get("/api/runs?limit=1").textAt("/nextKey");
        String search = get(DATA + "?limit=1&runId=" + run).textAt("/nextKey");
        String typed = get(DATA + "?limit=1&type=temperature&runId=" + run).textAt("/nextKey");
        String tail = tail(run, "?limit=1").textAt("/cursor");
        for (String cursor : List.of(search, typed, tail)) {
            get("/api/runs?lastKey=" + Backend.encoded(cursor)).isRefused(400, "CURSOR_INVALID");
        }
        for (String cursor : List.of(runs, typed, tail)) {
            get(DATA + "?runId=" + run + "&lastKey=" + Backend.encoded(cursor)).isRefused(400, "CURSOR_INVALID");
        }
        for (String cursor : List.of(runs, search, typed)) {
            tail(run, "?after=" + Backend.encoded(cursor)).isRefused(400, "CURSOR_INVALID");
        }
        for (String query : List.of("runId=" + other, "runId=" + run + "&sensorId=s", "sensorId=s",
                "runId=" + run + "&startDate=2020-01-01T00:00:00Z", "runId=" + run + "&endDate=2099-01-01T00:00:00Z")) {
            get(DATA + "?" + query + "&lastKey=" + Backend.encoded(search)).isRefused(400, "CURSOR_INVALID");
        }
        tail(other, "?after=" + Backend.encoded(tail)).isRefused(400, "CURSOR_INVALID");
        // Another limit is the same query.
        get(DATA + "?limit=3&runId=" + run + "&lastKey=" + Backend.encoded(search)).is(200);
    }

    // ---- users

    @ParameterizedTest
    @ValueSource(strings = {"bob", "A.b_c-9", "...", "abcdefghij0123456789"})
    void takes_a_user_of_3_to_20_plain_characters(String user) {
        start("{}", "X-User", user).is(201).text("/username").isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "abcdefghij0123456789x", "a b", "bob!", "bob@home", "b/o/b", "<b>", "bob,eve"})
    void refuses_any_other_user(String user) {
        assertNotTaken(start("{}", "X-User", user));
        assertNotTaken(get("/api/runs/running", "X-User", user));
        get("/api/info", "X-User", user).isInvalid("X-User");
        get("/api/runs/running").is(200).node("").hasToString("[]");
    }

    @Test
    void refuses_a_user_outside_ascii() {
        String user = new String("böb".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertNotTaken(backend().raw("GET", "/api/runs/running", "localhost", "X-User", user));
    }

    /** Where a token names the user, it is first of all another one. */
    private void assertNotTaken(Answer answer) {
        if (target().mint() == null) {
            answer.isInvalid("X-User");
        } else {
            answer.isRefused(403, "FORBIDDEN");
        }
    }

    @Test
    void everyone_may_act_on_every_run() {
        String run = start("{}", "X-User", "alice").is(201).textAt("/id");
        post(DATA, "{\"sensorId\":\"s\",\"reading\":1}", "X-Run-Id", run, "X-User", "bob").is(201);
        post("/api/runs/" + run + "/finish", "{}", "X-User", "carol").is(200).text("/username").isEqualTo("alice");
    }

    // ---- json

    @Test
    void every_answer_is_json_in_utf8() {
        String run = started();
        ingest(run, "s", 0, 1);
        for (String path : List.of("/api/runs/can-start", "/api/runs/running", "/api/runs", "/api/runs/all",
                "/api/runs/" + run, "/api/runs/" + run + "/readings", DATA + "?runId=" + run,
                "/sensors/data?runId=" + run, "/api/info", "/infra/latest-deployment")) {
            Answer answer = get(path).is(200);
            answer.header("Content-Type").matches("application/json(; ?charset=(utf|UTF)-8)?");
            answer.json();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{\"duration\":}", "{\"duration\":1,}", "{'duration':1}", "{duration:1}",
            "{\"duration\":NaN}", "{\"duration\":Infinity}", "{} {}", "{}x", "// comment\n{}", "{\"a\":\"\n\"}",
            "{\"a\":\"\\x\"}", "nul", "\"open", "[", "\uFEFFx"})
    void refuses_what_is_not_json(String body) {
        start(body).isRefused(400, "MALFORMED_JSON");
        finish(started(), body).isRefused(400, "MALFORMED_JSON");
        ingest(started(), body).isRefused(400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "null", "true", "[{}]"})
    void refuses_what_is_no_object_where_one_is_due(String body) {
        start(body).isRefused(400, "MALFORMED_JSON");
        finish(started(), body).isRefused(400, "MALFORMED_JSON");
        post("/api/runs/interrupt-all", body).isRefused(400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "C3", "C328", "C080", "EDA080", "F4908080", "FE", "80"})
    void refuses_what_is_not_utf8(String hex) {
        byte[] bad = java.util.HexFormat.of().parseHex(hex);
        byte[] head = "{\"sensorId\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] foot = "\",\"reading\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + bad.length + foot.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bad, 0, body, head.length, bad.length);
        System.arraycopy(foot, 0, body, head.length + bad.length, foot.length);
        String run = started();
        backend().post(DATA, body, "X-Run-Id", run).isRefused(400, "MALFORMED_JSON");
        assertThat(readings(run)).isEmpty();
        backend().post("/api/runs/start", body).isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void refuses_json_that_is_nested_without_end() {
        for (int depth : List.of(1_001, 100_000)) {
            String deep = "[".repeat(depth) + "]".repeat(depth);
            start("{\"meta\":{\"k\":" + deep + "}}").isBadRequest();
            start("{\"unknown\":" + deep + "}").isBadRequest();
            ingest(started(), deep).isBadRequest();
            start("{\"a\":".repeat(depth)).isBadRequest();
            interruptAll();
        }
    }

    @Test
    void a_number_beyond_all_bounds_is_no_fault_of_the_server() {
        start("{\"duration\":1e9007199254740992}").isBadRequest();
        start("{\"duration\":-1e-9007199254740992}").isBadRequest();
        ingest(started(), "{\"sensorId\":\"s\",\"reading\":1e9007199254740992}").isBadRequest();
    }

    @Test
    void a_member_given_twice_is_no_fault_of_the_server() {
        assertThat(start("{\"duration\":10,\"duration\":20}").status()).isLessThan(500);
        assertThat(start("{\"meta\":{\"k\":1,\"k\":2}}").status()).isLessThan(500);
        assertThat(ingest(started(), "{\"sensorId\":\"a\",\"sensorId\":\"b\",\"reading\":1}").status()).isLessThan(500);
    }

    private static String encodedUnlessEncoded(String text) {
        return text.contains("%") ? text : Backend.encoded(text);
    }
}
