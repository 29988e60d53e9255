package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.faults.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes where, in a pipe and on a terminal: the real program, on the terminal that {@code script} makes. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class StreamsIT {
    private static final String ESCAPE = "\u001b";
    /** Lines of a terminal end in both; on a busy machine some readings are late, which is no fault of the streams. */
    private static final String RESULT = "ecs: sent 60, stored 60, duplicated 0, missing 0(, late \\d+)?\r?\n";
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();

    @Test
    void data_goes_to_stdout_and_messages_to_stderr_and_a_pipe_gets_no_progress() throws Exception {
        try (Program program = Program.start(folder, run())) {
            assertThat(program.await()).as(program.err()).isZero();
            assertThat(program.out()).matches(RESULT);
            assertThat(program.err()).startsWith("ecs: run ").hasLineCount(1).doesNotContain("\r", ESCAPE);
        }
        try (Program program = Program.start(folder,
                List.of("report", ecs.runs().getFirst().id(), "--ecs", ecs.url(), "--json"))) {
            assertThat(program.await()).as(program.err()).isZero();
            PublishedSchemas.check("report-1", program.out());
            assertThat(program.err()).hasLineCount(1).doesNotContain("\r", ESCAPE, "readings read");
        }
    }

    @Test
    void a_terminal_gets_a_line_of_progress_which_is_taken_away_at_the_end() throws Exception {
        // As many readings in a longer run: on a busy machine the first line of progress may come seconds late.
        try (Program program = onTerminal(Map.of(), run("2", "15s"))) {
            assertThat(program.await()).as(program.out()).isZero();
            assertThat(program.out()).contains("\r" + ESCAPE + "[Kecs: running, ").contains(" of 60 stored, ");
            assertThat(program.out().substring(program.out().lastIndexOf(ESCAPE)))
                    .matches(Pattern.quote(ESCAPE + "[K") + RESULT);
        }
    }

    @Test
    void a_terminal_is_told_how_far_a_report_is() throws Exception {
        try (Program program = Program.start(folder, run())) {
            assertThat(program.await()).as(program.err()).isZero();
        }
        FaultyBackend.Gate tail = ecs.holdNext("/readings");
        try (Program program = onTerminal(Map.of(), List.of("report", ecs.runs().getFirst().id(), "--ecs", ecs.url(),
                "--out", folder.toString(), "--format", "csv"))) {
            await().atMost(Duration.ofSeconds(60)).until(() -> program.out().contains(ESCAPE + "[K0 readings read"));
            tail.open();
            assertThat(program.await()).as(program.out()).isZero();
        }
    }

    @Test
    void colours_are_for_terminals_whose_user_wants_them() throws Exception {
        List<String> help = List.of("run", "start", "--help");
        try (Program program = onTerminal(Map.of(), help)) {
            assertThat(program.await()).isZero();
            assertThat(program.out()).contains(ESCAPE + "[1m");
        }
        try (Program program = onTerminal(Map.of("NO_COLOR", "1"), help)) {
            assertThat(program.await()).isZero();
            assertThat(program.out()).contains("Starts a run").doesNotContain(ESCAPE);
        }
        try (Program program = Program.start(folder, help)) {
            assertThat(program.await()).isZero();
            assertThat(program.out()).contains("Starts a run").doesNotContain(ESCAPE);
        }
    }

    private List<String> run() {
        return run("10", "3s");
    }

    private List<String> run(String rate, String duration) {
        return List.of("run", "start", "--ecs", ecs.url(), "--sensors", "2", "--rate", rate, "--duration", duration,
                "--alarms", "none");
    }

    private Program onTerminal(Map<String, String> environment, List<String> arguments) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT));
        String command = Program.command(folder, arguments)
                .stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        return Program.start(folder, environment, List.of(SCRIPT.toString(), "-qec", command, "/dev/null"));
    }
}
