package com.sentori.sandbox.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.sandbox.logs.LogGroup;
import com.sentori.sandbox.logs.LogGroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final String LOG = """
            2026-01-15T10:30:00Z {"n":"a","status":200,"Route":"/api/runs","user":"alice","deep":{"list":[{"x":5}]},"ok":true}
            2026-01-15T10:30:01Z {"n":"b","status":404,"Route":"/api/runs/{id}","user":"bob","a b":1}
            2026-01-15T10:30:01.250Z {"n":"c","status":503,"Route":"/api/sensors/data","text":"it's | late"}
            2026-01-15T10:30:02Z plain words, Error 17
            2026-01-15T10:30:03Z {"n":"e","status":99,"odd":"v10"}
            2026-01-15T10:30:04Z {"n":"f","status":"none","odd":"v9",
            """;

    @TempDir
    private Path folder;
    private LogGroups groups;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("lambda_run_api.log"), LOG);
        groups = new LogGroups(folder);
    }

    @AfterEach
    void close() throws Exception {
        groups.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            status >= 400;                                          c b
            status = 404;                                           b
            status < 200;                                           e
            status != 200;                                          e c b
            400 <= status and status <= 403.5 + 0 or status = 2e2;  refused
            400 <= status and status <= 404 or status = 2e2;        b a
            (status = 200 or status = 503) and not user = 'alice';  c
            Route like '/api/runs';                                 b a
            Route like /^.api.runs$/;                               a
            Route not like /(?i)RUNS/;                              e c
            Route like "/api/runs/{";                               b
            ispresent(user);                                        b a
            not ispresent(user) AND ispresent(n);                   e c
            user != "alice";                                        b
            text like "it's | l";                                   c
            deep.list.0.x = 5;                                      a
            ok = 1;                                                 a
            `a b` = 1;                                              b
            @log = '000000000000:/aws/lambda/lambda_run_api' and status = 200; a
            @logStream = 'local' and user = n or n = user;          ~~
            @timestamp >= 1768473001250;                            e c
            """)
    void filters(String condition, String expected) throws Exception {
        String query = "filter " + condition + " | filter ispresent(n) | display n";
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> Query.parse(query)).isInstanceOf(QueryFault.class);
        } else {
            assertThat(String.join(" ", names(query))).isEqualTo(expected);
        }
    }

    @Test
    void gives_back_times_and_messages_the_newest_first_where_nothing_else_is_said() throws Exception {
        List<List<String>> rows = rows("filter @message like 'Error'\n# the plain ones\n| limit 1");

        assertThat(rows).containsExactly(List.of("@timestamp=2026-01-15 10:30:02.000",
                "@message=plain words, Error 17", "@ptr=/aws/lambda/lambda_run_api:3"));
    }

    @Test
    void sorts_numbers_after_all_else_and_digits_in_words_by_their_value() throws Exception {
        assertThat(names("fields n | sort status asc | filter ispresent(n)")).containsExactly("e", "a", "b", "c");
        assertThat(names("fields n | sort status desc, n | limit 2")).containsExactly("c", "b");
        List<String> values = List.of("!:", "#", "*%04", "0#", "5A", "111A", "2345_", "@", "@_", "A", "A9876fghj",
                "a12345hfh", "0", "01", "1", "2", "3");
        assertThat(values.reversed().stream().sorted(new ValueOrder()).toList()).isEqualTo(
                List.of("!:", "#", "*%04", "0#", "5A", "111A", "2345_", "@", "@_", "A", "A9876fghj", "a12345hfh", "0",
                        "1", "01", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "|", "fields", "fields @timestamp |", "stats count(*) by bin(5m)", "parse @message 'x'",
            "fields strlen(@message)", "filter", "filter status", "filter status = ", "filter status =~ 5",
            "filter status like 5", "filter a like /(/", "filter (a = 1", "filter 'a", "limit 0", "limit 10001",
            "limit x", "limit 1.5", "sort a | sort b", "limit 5 | fields a", "fields a b", "filter a not b",
            "filter ispresent a", "fields 5", "fields a, | limit 1", "\u0000", "filter a = 1a"})
    void refuses_what_it_does_not_understand_with_a_sentence(String query) {
        assertThatThrownBy(() -> Query.parse(query)).isInstanceOfSatisfying(QueryFault.class,
                fault -> assertThat(fault.sentence()).matches("[A-Z/].*\\."));
    }

    @Test
    void refuses_what_is_nested_too_deeply() {
        assertThatThrownBy(() -> Query.parse("filter " + "(".repeat(100_000))).isInstanceOf(QueryFault.class);
        assertThatThrownBy(() -> Query.parse("filter " + "not ".repeat(100_000))).isInstanceOf(QueryFault.class);
        assertThatThrownBy(() -> Query.parse(" #\n".repeat(1_500) + "filter a like '" + "\\'".repeat(2_500)))
                .isInstanceOf(QueryFault.class);
    }

    private List<String> names(String query) throws QueryFault {
        return rows(query).stream()
                .map(row -> row.getFirst())
                .filter(cell -> cell.startsWith("n="))
                .map(cell -> cell.substring(2))
                .toList();
    }

    private List<List<String>> rows(String query) throws QueryFault {
        LogGroup group = groups.all().getFirst();
        Search search = new Search(Query.parse(query), List.of(group), Instant.EPOCH, Instant.MAX, 100);
        search.run();
        assertThat(search.found().status()).isEqualTo(Found.Status.COMPLETE);
        assertThat(search.found().scanned()).isEqualTo(6);
        return search.found()
                .rows()
                .stream()
                .map(row -> row.stream().map(cell -> cell.field() + "=" + cell.value()).toList())
                .toList();
    }
}
