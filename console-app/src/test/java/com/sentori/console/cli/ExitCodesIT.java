package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.faults.Program;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.StartRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code that scripts depend on, and how it comes about. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Timeout(180)
class ExitCodesIT {
    private static final String SHORT = "run start --sensors 2 --rate 10 --duration 1s --alarms none";
    private static final String LONG = "run start --sensors 2 --rate 10 --duration 5m --alarms none";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Far beyond what any machine is slower than itself. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void is_0_if_all_went_well_and_every_reading_was_stored() throws Exception {
        assertThat(run(SHORT + " --threshold temperature:max<1000")).as(err::toString).isZero();
        assertThat(run("report " + only() + " --language en --out", folder.toString())).as(err::toString).isZero();
        assertThat(err.toString()).contains("Passed. All 3 things that were judged were held.");
        assertThat(run("run show " + only())).isZero();
    }

    @Test
    void is_1_for_a_fault_of_this_machine() throws Exception {
        assertThat(run(SHORT)).isZero();
        Path inTheWay = Files.createFile(folder.resolve("file"));
        assertThat(run("report " + only() + " --out", inTheWay.toString())).isEqualTo(1);
        out.getBuffer().setLength(0);
        assertThat(run(SHORT + " --report", inTheWay.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no report: ");
        assertThat(out.toString()).startsWith("ecs: sent 20, stored 20");
    }

    @Test
    void is_2_for_what_is_not_understood() {
        assertThat(run("run start --sensors 0")).isEqualTo(2);
        assertThat(run("run dance")).isEqualTo(2);
        assertThat(run("compare a b --tolerance -1")).isEqualTo(2);
    }

    @Test
    void is_3_without_the_right_token() {
        ecs.demand("right");
        assertThat(run("run list")).isEqualTo(3);
        assertThat(run(SHORT + " --token wrong")).isEqualTo(3);
    }

    @Test
    void is_4_for_what_is_not_there_or_not_to_be_had() {
        assertThat(run("report no-such-run")).isEqualTo(4);
        assertThat(run("run stop no-such-run")).isEqualTo(4);
        ecs.suffer(Fault.START_REFUSED);
        assertThat(run(SHORT)).isEqualTo(4);
    }

    @Test
    void is_5_if_the_backend_does_not_answer() {
        ecs.suffer(Fault.BROKEN_OFF);
        assertThat(run("run list")).isEqualTo(5);
        assertThat(run(SHORT)).isEqualTo(5);
        assertThat(run("compare a b")).isEqualTo(5);
    }

    @Test
    void is_6_if_what_was_waited_for_does_not_come_in_time() throws Exception {
        assertThat(run("run watch " + started() + " --timeout 1s")).isEqualTo(6);
    }

    @Test
    void is_97_if_something_is_not_known() throws Exception {
        assertThat(run(SHORT + " --threshold pressure:max<1")).isEqualTo(97);
        assertThat(run("report " + only() + " --json --language en")).isEqualTo(97);
        assertThat(err.toString()).contains("No verdict. ecs: threshold pressure:max<1");
        assertThat(run("report " + started() + " --json")).as("a run that goes on").isEqualTo(97);
    }

    @Test
    void is_97_if_the_report_of_a_run_cannot_be_made_but_its_check_is_printed_all_the_same() throws Exception {
        Thread day = Thread.ofVirtual().start(() -> {
            await().atMost(PATIENCE).until(() -> ecs.runs().size() == 1);
            FaultyBackend.Gate report = ecs.holdNext("/" + ecs.runs().getFirst().id());
            await().atMost(PATIENCE).until(report::isReached);
            ecs.suffer(Fault.BROKEN_OFF);
            report.breakOff();
        });
        assertThat(run(SHORT + " --threshold latency.p(95)<60000 --threshold temperature:max<1000 --report",
                folder.resolve("out").toString())).as(err::toString).isEqualTo(97);
        day.join();
        assertThat(out.toString()).startsWith("ecs: sent 20, stored 20");
        assertThat(err.toString()).contains("There is no report: ecs at ").doesNotContain("threshold", "held");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void is_99_if_a_threshold_the_check_or_a_baseline_does_not_hold() throws Exception {
        assertThat(run(SHORT)).isZero();
        String baseline = only();
        assertThat(run(SHORT + " --threshold temperature:max<-1000")).isEqualTo(99);
        assertThat(err.toString()).contains("ecs: temperature:max<-1000 was not held: ");
        String broken = newest();
        assertThat(run("report " + broken + " --json")).isEqualTo(99);
        assertThat(run("compare " + broken + " " + baseline + " --json")).isEqualTo(99);
    }

    @Test
    void is_99_if_a_run_is_worse_than_its_baseline_beyond_what_is_tolerated() throws Exception {
        assertThat(run(SHORT)).isZero();
        String baseline = only();
        FaultyBackend.Gate first = ecs.holdNext();
        Thread day = Thread.ofVirtual().start(() -> {
            await().atMost(PATIENCE).until(first::isReached);
            await().pollDelay(SLOW).until(() -> true);
            first.open();
        });
        assertThat(run(SHORT)).isZero();
        day.join();
        String slow = newest();
        out.getBuffer().setLength(0);
        assertThat(run("compare " + slow + " " + baseline + " --json --language en")).as(err::toString).isEqualTo(99);
        PublishedSchemas.check("report-1", out.toString());
        assertThat(err.toString()).contains("Failed. ecs: against the baseline: ").contains(" ≤ ");
        // Which of two runs was the faster is the machine's to say, but none is worse than itself.
        assertThat(run("compare " + slow + " " + slow + " --json --tolerance 0")).as(err::toString).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_105_if_a_run_is_interrupted_which_is_ended_and_checked_before() throws Exception {
        try (Program program = Program.start(folder, words(LONG))) {
            await().atMost(PATIENCE).until(() -> ecs.readings().size() > 20);
            program.pressControlC();
            assertThat(program.await()).as(program.err()).isEqualTo(105);
            assertThat(program.out()).matches("ecs: sent \\d+, stored \\d+, duplicated 0, missing 0(, late \\d+)?\n");
        }
        assertThat(ecs.runs()).singleElement().matches(run -> run.status() == RunStatus.INTERRUPTED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_105_if_a_report_is_interrupted_of_which_no_file_is_left() throws Exception {
        assertThat(run(SHORT)).isZero();
        FaultyBackend.Gate tail = ecs.holdNext("/readings");
        Path reports = folder.resolve("reports");
        try (Program program = Program.start(folder,
                words("report " + only() + " --out", reports.toString()))) {
            await().atMost(PATIENCE).until(tail::isReached);
            assertThat(reports).isDirectoryContaining(file -> file.toString().endsWith(".tmp"));
            program.pressControlC();
            assertThat(program.await()).as(program.err()).isEqualTo(105);
            assertThat(program.err()).contains("The report was cancelled; no file was written.");
            assertThat(program.out()).isEmpty();
        } finally {
            tail.breakOff();
        }
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void is_105_if_what_is_watched_or_waited_for_is_interrupted() throws Exception {
        try (Program program = Program.start(folder, words("run watch " + started()))) {
            await().atMost(PATIENCE).until(() -> ecs.isFollowed());
            program.pressControlC();
            assertThat(program.await()).isEqualTo(105);
            assertThat(program.err()).contains("Interrupted.");
        }
    }

    @Test
    void a_run_that_was_left_behind_is_3_at_once_where_no_token_can_come_and_goes_on_with_one() throws Exception {
        try (Program killed = Program.start(folder, words(LONG))) {
            await().atMost(PATIENCE).until(() -> ecs.readings().size() > 20);
            assertThat(killed.out()).isEmpty();
        }
        ecs.demand("right");
        try (Program refused = Program.start(folder, List.of("run", "resume"))) {
            assertThat(refused.await()).isEqualTo(3);
            assertThat(refused.err()).contains("cannot go on yet. ecs: The token has expired.", "--token-file");
        }
        int before = ecs.readings().size();
        try (Program resumed = Program.start(folder, Map.of("SENTORI_TOKEN", "right"),
                Program.command(folder, List.of("run", "resume")))) {
            await().atMost(PATIENCE).until(() -> ecs.readings().size() > before);
            resumed.pressControlC();
            assertThat(resumed.await()).as(resumed.err()).isEqualTo(105);
            assertThat(resumed.out()).contains("duplicated 0, missing 0");
        }
    }

    /** A run that goes on. */
    private String started() throws Exception {
        return ecs.client("ecs").start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "one").id();
    }

    private String only() {
        return ecs.runs().getFirst().id();
    }

    private String newest() {
        return ecs.runs().getLast().id();
    }

    private List<String> words(String command, String... more) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        words.addAll(List.of(more));
        words.addAll(List.of("--backend", "ecs", "--ecs", ecs.url()));
        return words;
    }

    private int run(String command, String... more) {
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true),
                words(command, more).toArray(String[]::new));
    }
}
