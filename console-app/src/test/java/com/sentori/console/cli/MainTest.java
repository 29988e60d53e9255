package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MainTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();

    @Test
    void runs_on_both_and_prints_one_line_for_each() {
        assertThat(run("run", "start", "--sensors", "4", "--rate", "10", "--duration", "1s", "--waveform", "square",
                "--seed", "1", "--report", folder.toString())).isZero();
        assertThat(out.toString().replaceAll(", late \\d+", "")).isEqualTo("""
                ecs: sent 40, stored 40, duplicated 0, missing 0
                serverless: sent 40, stored 40, duplicated 0, missing 0
                """);
        assertThat(folder.toFile().list()).hasSize(6)
                .extracting(name -> name.replaceAll("[0-9a-f]{8}-[-0-9a-f]{27}", "ID"))
                .containsExactlyInAnyOrder("report-ID.html", "report-ID.pdf", "report-ID.csv", "report-ID.json",
                        "readings-ecs-ID.csv", "readings-serverless-ID.csv");
    }

    @Test
    void goes_to_two_backends_at_most_and_to_none_twice() {
        assertThat(run("run", "start", "--backend", ecs.url() + "," + serverless.url() + ",http://127.0.0.1:9"))
                .isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("to two as a twin run");
        assertThat(run("run", "start", "--backend", ecs.url() + "," + ecs.url().replace("127.0.0.1", "localhost")))
                .isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("one and the same backend");
        assertThat(ecs.runs()).isEmpty();
    }

    @Test
    void prints_json_for_programs() {
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10", "--duration", "1s",
                "--json")).isZero();
        JsonNode result = Json.body(out.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(result.path("schema").asString()).isEqualTo("sentori.result/1");
        assertThat(result.path("passed").asBoolean()).isTrue();
        assertThat(result.path("runs").get(0).path("check").path("stored").asInt()).isEqualTo(20);
    }

    @Test
    void takes_the_rules_of_alarms_elsewhere_and_says_what_is_wrong_with_them() throws IOException {
        String rules = rules("{id: hot, watch: {what: values}, critical: 40, count: 3}").toString();
        assertThat(run("alarms", "export", "--as", "prometheus", "--every", "10s", rules)).isZero();
        assertThat(out.toString()).contains("alert: hot", "expr: sensor_data_value > 40", "for: 20s");
        Path written = folder.resolve("grafana.yaml");
        assertThat(run("alarms", "export", "--as", "grafana", "--out", written.toString(), rules)).isZero();
        assertThat(written).content().contains("apiVersion: 1", "title: \"hot, critical\"");
        assertThat(run("alarms", "export", "--as", "prometheus", rules("{id: hot}").toString())).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("rules[0].watch: what must be one of");
        assertThat(run("alarms", "export", "--as", "prometheus", "nowhere.yaml")).isEqualTo(Exit.USAGE);
    }

    @Test
    void a_rule_of_alarms_ends_the_run_and_fails_it() throws IOException {
        Path rules = rules("{id: hot, name: Too hot, watch: {what: values}, critical: -1000, count: 3, stops: true}");
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10", "--duration", "5m",
                "--alarms", rules.toString(), "--json")).isEqualTo(Exit.CHECK_FAILED);
        assertThat(err.toString()).contains("ecs: alarm 'Too hot' at ").contains(" > -1000");
        JsonNode half = Json.body(out.toString().getBytes(StandardCharsets.UTF_8)).path("runs").get(0);
        assertThat(half.path("run").path("status").asString()).isEqualTo("FAILED");
        assertThat(half.path("run").path("errorMessage").asString()).startsWith("Stopped by the alarm 'Too hot': ");
        assertThat(half.path("alarms").get(0).path("rule").asString()).isEqualTo("hot");
    }

    @Test
    void a_rule_that_does_not_end_the_run_fails_it_all_the_same() throws IOException {
        Path rules = rules("{id: slow, watch: {what: latency, percentile: 50}, critical: 0}");
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10", "--duration", "1s",
                "--alarms", rules.toString())).isEqualTo(Exit.CHECK_FAILED);
        assertThat(out.toString()).contains("ecs: sent 20, stored 20");
        assertThat(err.toString()).contains("alarm 'slow'").contains("p(50) ");
    }

    @Test
    void what_a_run_says_of_its_alarms_is_what_its_report_says() throws IOException {
        Path rules = rules("{id: hot, name: Too hot, watch: {what: values, type: temperature}, critical: -1000}");
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "1", "--rate", "10", "--duration", "1s",
                "--alarms", rules.toString(), "--json")).isEqualTo(Exit.CHECK_FAILED);
        JsonNode said = Json.body(out.toString().getBytes(StandardCharsets.UTF_8)).path("runs").get(0);
        out.getBuffer().setLength(0);
        assertThat(run("report", said.path("run").path("id").asString(), "--json")).isEqualTo(Exit.CHECK_FAILED);
        JsonNode verdict = Json.body(out.toString().getBytes(StandardCharsets.UTF_8)).path("verdict");
        assertThat(verdict.path("outcome").asString()).isEqualTo("FAILED");
        JsonNode worst = verdict.path("findings").get(0);
        assertThat(worst.path("subject").asString()).isEqualTo("ALARM");
        assertThat(worst.path("text").asString()).isEqualTo("Too hot: sensor-1 temperature > -1000");
        assertThat(worst.path("measured").asDouble()).isEqualTo(said.path("alarms").get(0).path("value").asDouble());
    }

    @Test
    void a_threshold_that_is_not_held_fails_the_run() {
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10/s", "--duration", "1s",
                "--threshold", "latency.p(95)<0.001,temperature:max>-1000")).isEqualTo(Exit.CHECK_FAILED);
        assertThat(err.toString()).contains("ecs: p(95)<0.001 was not held: ").doesNotContain("temperature");
    }

    @Test
    void what_a_run_says_of_its_thresholds_is_what_its_report_says() {
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10/s", "--duration", "1s",
                "--threshold", "p(95)<0.001,temperature:p(90)<-1000,temperature:avg<-1000", "--json"))
                .isEqualTo(Exit.CHECK_FAILED);
        JsonNode said = Json.body(out.toString().getBytes(StandardCharsets.UTF_8)).path("runs").get(0);
        out.getBuffer().setLength(0);
        assertThat(run("report", said.path("run").path("id").asString(), "--json")).isEqualTo(Exit.CHECK_FAILED);
        JsonNode reported = Json.body(out.toString().getBytes(StandardCharsets.UTF_8)).path("verdict");
        assertThat(said.path("thresholds").size()).isEqualTo(3);
        for (JsonNode threshold : said.path("thresholds")) {
            assertThat(reported.path("findings")).anySatisfy(finding -> {
                assertThat(finding.path("text")).isEqualTo(threshold.path("threshold"));
                assertThat(finding.path("measured")).isEqualTo(threshold.path("measured"));
                assertThat(finding.path("since")).isEqualTo(threshold.path("since"));
            });
        }
    }

    @Test
    void a_threshold_that_cannot_be_measured_leaves_the_run_without_a_verdict() {
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "2", "--rate", "10/s", "--duration", "1s",
                "--threshold", "pressure:max<1")).as(err::toString).isEqualTo(Exit.NO_VERDICT);
        assertThat(err.toString()).contains("ecs: whether pressure:max<1 was held is not known.");
    }

    @Test
    void a_warning_fails_nothing() throws IOException {
        Path rules = rules("{id: warm, watch: {what: values}, warn: -1000}");
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "1", "--duration", "1s", "--alarms",
                rules.toString())).isZero();
    }

    @Test
    void rules_can_be_left_out() {
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "1", "--duration", "1s", "--alarms",
                "none")).isZero();
    }

    @Test
    void refuses_rules_that_are_wrong_or_not_there() throws IOException {
        Path rules = rules("{id: hot, watch: {what: values}, critical: hot}");
        assertThat(run("run", "start", "--alarms", rules.toString())).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("alarms.yaml line 3, rules[0].critical: a number is due here.");
        assertThat(run("run", "start", "--alarms", "nowhere.yaml")).isEqualTo(Exit.USAGE);
        assertThat(ecs.runs()).isEmpty();
    }

    private Path rules(String rule) throws IOException {
        return Files.writeString(folder.resolve("alarms.yaml"), "schema: sentori.alarms/1\nrules:\n  - " + rule + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "run start --sensors 0                   | --sensors must be 1 to 1000.",
            "run start --rate 1000                   | --rate must be at most 100",
            "run start --rate NaN                    | 'NaN' is no rate",
            "run start --rate fast                   | 'fast' is no rate: type one like 5, 5/s, 30/m or 1/h",
            "run start --wait long                   | 'long' is no duration",
            "run show                                | RUN_ID",
            "run start --duration 0s                 | --duration must be 1s to 86400s.",
            "run start --duration soon               | 'soon' is no duration: type one like 90s, 2m or 1h30m",
            "run start --sensors 1000 --rate 100 --duration 24h | A run may make 1 to 100000000 readings",
            "run start --waveform heart              | --waveform",
            "run start --backend other               | No backend is called 'other': known are ecs, serverless.",
            "run start --backend ecs,ecs             | A backend is named twice",
            "run start --backend ftp://host          | is no address of a backend",
            "run start --scenario nowhere.yaml       | There is no scenario 'nowhere.yaml'",
            "run start --scenario calm --sensors 3   | A scenario says which sensors there are",
            "run start --threshold quick             | 'quick' is no threshold: write at most 20",
            "run stop                                | Name the run to end, or give --all.",
            "run stop x --all                        | Name the run to end, or give --all.",
            "run list --limit many                   | --limit",
            "run dance                               | dance",
            "report                                  | RUN_ID"})
    void says_in_one_sentence_what_is_wrong_with_an_argument(String arguments, String sentence) {
        assertThat(run(arguments.strip().split(" +", -1))).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains(sentence.strip()).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
        assertThat(ecs.runs()).isEmpty();
    }

    @Test
    void tells_apart_a_run_that_is_not_there_a_backend_that_is_away_and_one_that_refuses() {
        assertThat(run("report", "no-such-run")).isEqualTo(Exit.CONFLICT);
        ecs.suffer(Fault.START_REFUSED);
        assertThat(run("run", "start")).isEqualTo(Exit.CONFLICT);
        assertThat(err.toString()).contains("5 of 5 runs are running.");
        ecs.suffer(Fault.HTML);
        assertThat(run("run", "start")).isEqualTo(Exit.UNREACHABLE);
        assertThat(err.toString()).contains("no Sentori backend");
        ecs.close();
        assertThat(run("run", "start")).isEqualTo(Exit.UNREACHABLE);
        assertThat(err.toString()).contains("Nothing listens at " + ecs.url());
    }

    @Test
    void a_run_whose_token_expires_goes_on_with_the_one_that_is_written_into_the_token_file() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "first");
        ecs.demand("first");
        Thread operator = Thread.ofVirtual().start(() -> {
            await().until(() -> ecs.readings().size() > 10);
            ecs.demand("second");
            await().until(() -> err.toString().contains("The token has expired"));
            assertThatCode(() -> Files.writeString(file, "second")).doesNotThrowAnyException();
        });
        assertThat(run("run", "start", "--backend", "ecs", "--sensors", "4", "--rate", "10", "--duration", "2s",
                "--token-file", file.toString())).isZero();
        operator.join();
        assertThat(out.toString()).startsWith("ecs: sent 80, stored 80, duplicated 0, missing 0");
        assertThat(err.toString()).contains("Readings are kept, and sent when there is another token.");
    }

    @Test
    void drives_a_scenario_on_both_and_says_how_long_things_took() {
        assertThat(run("run", "start", "--scenario", "faulty", "--duration", "2s", "--seed", "5", "--threshold",
                "p(95)<500,temperature:max<=900", "--json")).as(() -> err + "\n" + out).isZero();
        JsonNode result = Json.body(out.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode ecsRun = result.path("runs").get(0);
        JsonNode serverlessRun = result.path("runs").get(1);
        assertThat(ecsRun.path("check").path("digest").asString())
                .isEqualTo(ecsRun.path("check").path("storedDigest").asString());
        assertThat(ecsRun.path("check").path("sent").asInt()).isPositive()
                .isEqualTo(serverlessRun.path("check").path("sent").asInt());
        assertThat(ecsRun.path("latency").path("request").path("count").asInt()).isPositive();
        JsonNode meta = ecsRun.path("run").path("meta");
        assertThat(meta.path("scenario").asString()).isEqualTo("faulty");
        assertThat(meta.path("thresholds").asString()).isEqualTo("p(95)<500, temperature:max<=900");
    }

    @Test
    void says_how_many_runs_of_whom_it_would_interrupt_and_does_not_without_a_yes() throws Exception {
        ecs.client("ecs").start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "one");
        assertThat(run("run", "stop", "--all")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("This interrupts running runs: 1 of tester on ecs.").contains("--yes");
        assertThat(ecs.runs()).allMatch(Run::isRunning);
    }

    @Test
    void waits_for_a_place_and_for_the_end_of_a_run_so_long_at_most() throws Exception {
        ecs.suffer(Fault.START_REFUSED);
        assertThat(run("run", "start", "--backend", "ecs", "--wait", "1s")).isEqualTo(Exit.TIMED_OUT);
        assertThat(err.toString()).contains("There was no place within 1 s. ecs: 5 of 5 runs are running.");
        ecs.suffer(Fault.NONE);
        String id = ecs.client("ecs").start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "one").id();
        assertThat(run("run", "watch", id, "--timeout", "1s")).isEqualTo(Exit.TIMED_OUT);
        assertThat(err.toString()).contains("The run goes on; 0 readings were printed until now.");
    }

    @Test
    void reads_rates_as_people_write_them() {
        assertThat(new Rate().convert("5")).isEqualTo(5);
        assertThat(new Rate().convert("2.5/s")).isEqualTo(2.5);
        assertThat(new Rate().convert("30/m")).isEqualTo(0.5);
        assertThat(new Rate().convert("1/h")).isEqualTo(1 / 3_600.0);
    }

    @Test
    void completes_its_commands_in_a_shell() {
        assertThat(Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), "completion")).isZero();
        assertThat(out.toString()).startsWith("#!/usr/bin/env bash").contains("complete -F _complete_sentori");
    }

    @Test
    void lists_scenarios_and_has_nothing_to_resume() {
        assertThat(run("run", "scenarios")).isZero();
        assertThat(out.toString()).contains("calm").contains("daily").contains("faulty").contains("rush");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (Stream.of("scenarios", "alarms").anyMatch(all::contains)) {
            return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        }
        all.addAll(List.of("--ecs", ecs.url(), "--serverless", serverless.url(), "--user", "tester"));
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
