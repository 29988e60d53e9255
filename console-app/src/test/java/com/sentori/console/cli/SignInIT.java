package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.faults.RunningSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void signs_in_with_a_code_that_a_person_types() throws Exception {
        Thread person = Thread.ofVirtual()
                .start(() -> person("Open (\\S+) in a browser and type the code (\\S+),", shown -> {
                    post(shown.group(1), "user_code=" + shown.group(2) + "&user=alice&role=operator");
                }));
        assertThat(run("login")).as(err::toString).isZero();
        person.join();
        String token = out.toString().strip();
        assertThat(err.toString()).doesNotContain(token);
        assertThat(run("run", "start", "--sensors", "2", "--rate", "5", "--duration", "1s", "--token", token))
                .as(err::toString)
                .isZero();
    }

    @Test
    void signs_in_in_a_browser_that_comes_back() throws Exception {
        Thread person = Thread.ofVirtual().start(() -> person("Open (\\S+)", shown -> {
            URI page = URI.create(shown.group(1));
            HttpResponse<String> back = post(page.toString().replaceFirst("\\?.*", ""),
                    page.getRawQuery() + "&user=victor&role=viewer");
            get(back.headers().firstValue("Location").orElseThrow());
        }));
        assertThat(run("login", "--browser")).as(err::toString).isZero();
        person.join();
        String token = out.toString().strip();
        assertThat(run("run", "list", "--token", token)).isZero();
        assertThat(run("run", "start", "--token", token)).isEqualTo(Exit.NOT_AUTHORISED);
    }

    @Test
    void prints_lists_and_what_was_stopped_for_programs() throws Exception {
        String admin = RunningSandbox.token(folder, "--user", "root", "--role", "admin");
        assertThat(run("run", "list", "--json", "--token", admin)).isZero();
        PublishedSchemas.check("runs-1", out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("run", "stop", "--all", "--yes", "--json", "--token", admin)).isZero();
        PublishedSchemas.check("stopped-1", out.toString());
    }

    /** Reads on the terminal what is to be done, and does it. */
    private void person(String form, Consumer<Matcher> deed) {
        Pattern shown = Pattern.compile(form);
        deed.accept(await().until(() -> shown.matcher(err.toString()), Matcher::find));
    }

    private static HttpResponse<String> post(String address, String form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        for (BackendProfile profile : sandbox.profiles()) {
            all.addAll(List.of("--" + profile.name(), profile.url().toString()));
        }
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}
