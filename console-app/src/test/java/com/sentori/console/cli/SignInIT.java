package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.faults.RunningSandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on backends that want a token. */
class SignInIT {
    @TempDir
    private static Path folder;

    private static RunningSandbox sandbox;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void open() throws Exception {
        sandbox = RunningSandbox.start(folder, "--auth", "jwt");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void without_a_token_nothing_is_authorised() {
        assertThat(run("run", "list")).isEqualTo(Exit.NOT_AUTHORISED);
        assertThat(run("run", "start")).isEqualTo(Exit.NOT_AUTHORISED);
        assertThat(err.toString()).contains("This call needs a token");
    }

    @Test
    void an_operator_runs_on_both_and_a_viewer_may_look() throws Exception {
        String operator = RunningSandbox.token(folder, "--user", "alice", "--role", "operator", "--ttl", "5m");
        Path file = Files.writeString(folder.resolve("token"), operator + "\n");
        assertThat(run("run", "start", "--sensors", "2", "--rate", "5", "--duration", "1s", "--token-file",
                file.toString())).as(err::toString).isZero();
        String viewer = RunningSandbox.token(folder, "--user", "victor", "--role", "viewer");
        assertThat(run("run", "list", "--token", viewer)).isZero();
        assertThat(out.toString()).contains("alice");
        assertThat(run("run", "start", "--token", viewer)).isEqualTo(Exit.NOT_AUTHORISED);
        assertThat(run("run", "stop", "--all", "--token", operator)).isEqualTo(Exit.NOT_AUTHORISED);
        assertThat(err.toString()).contains("needs the role admin");
        assertThat(out.toString() + err).doesNotContain(operator).doesNotContain(viewer);
    }

    @Test
    void an_expired_token_and_what_is_none_are_told_apart() throws Exception {
        assertThat(run("run", "list", "--token", "x y")).isEqualTo(Exit.USAGE);
        assertThat(run("run", "list", "--token-file", folder.resolve("none").toString())).isEqualTo(Exit.USAGE);
        assertThat(run("run", "list", "--token", "x", "--token-file", "y")).isEqualTo(Exit.USAGE);
        assertThat(run("run", "list", "--token", "abc.def.ghi")).isEqualTo(Exit.NOT_AUTHORISED);
        assertThat(err.toString()).contains("has expired, or is not this issuer's").doesNotContain("abc.def.ghi");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (BackendProfile profile : sandbox.profiles()) {
            all.addAll(List.of("--" + profile.name(), profile.url().toString()));
        }
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
