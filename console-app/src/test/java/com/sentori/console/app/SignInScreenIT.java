package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.Connection;
import com.sentori.console.backends.SignIn;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.stage.Place;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** A backend that wants a token, in the window: how it stands, and what the operator does about it. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class SignInScreenIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "screens");

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private static Path sandboxFolder;
    private static RunningSandbox sandbox;
    @TempDir
    private Path folder;
    private Console console;

    @BeforeAll
    static void begin() throws Exception {
        sandbox = RunningSandbox.start(sandboxFolder, "--auth", "jwt");
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    @BeforeEach
    void open() throws Exception {
        console = ShownConsole.on(sandbox, folder.resolve("settings"), fx);
        fx.run(() -> console.desk().go(Place.BACKENDS));
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @Test
    void says_that_a_token_is_due_takes_one_and_keeps_nothing_of_it() throws Exception {
        fx.until("the backend wanted a token", PATIENCE, () -> stands(SignIn.DUE));
        assertThat(item().state().health()).isEqualTo(Connection.Health.LOCKED);
        assertThat(text("#standing")).contains("lets nobody in without a token");
        take("token-due");

        use("two words");
        assertThat(text("#tokenFault")).startsWith("This is no token");
        use("abc.def.ghi");
        fx.until("the backend refused it", PATIENCE, () -> stands(SignIn.REFUSED));
        assertThat(text("#standing")).contains("does not accept your token");

        String token = RunningSandbox.token(sandboxFolder, "--user", "alice", "--role", "operator", "--ttl", "1h");
        fx.run(() -> field().setText(token));
        assertThat(fx.call(() -> shown())).as("what the field shows")
                .isNotEmpty()
                .doesNotContain(token.substring(0, 5));
        take("token-typed");
        robot.clickOn("#useToken");
        fx.until("the backend let the operator in", PATIENCE, () -> stands(SignIn.ACCEPTED));
        assertThat(item().state().health()).isEqualTo(Connection.Health.FRESH);
        fx.until("it was said", PATIENCE, () -> text("#standing").startsWith("Signed in as alice until"));
        assertThat(fx.call(() -> field().getText())).isEmpty();
        take("token-accepted");

        fx.run(() -> console.main().switchLook()); // what is changed is kept
        fx.until("the settings were kept", PATIENCE, () -> Files.exists(folder.resolve("settings/settings.json")));
        assertThat(Files.readString(folder.resolve("settings/settings.json"))).doesNotContain(token, "eyJ");
        assertThat(Files.readString(sandboxFolder.resolve("sandbox.log"))).doesNotContain(token, "abc.def.ghi");
    }

    @Test
    void signs_in_with_a_code_and_gives_up_when_told_to() throws Exception {
        fx.until("the backend wanted a token", PATIENCE, () -> stands(SignIn.DUE));
        robot.clickOn("#inBrowser");
        fx.until("the page was shown", PATIENCE, () -> robot.lookup("#page").query().isVisible());
        robot.clickOn("#cancelSignIn");
        fx.until("it was given up", PATIENCE, () -> !console.signIn().waitingProperty().get());

        robot.clickOn("#withCode");
        fx.until("the code was shown", PATIENCE, () -> !console.signIn().codeProperty().get().isEmpty());
        assertThat(text("#code")).contains(console.signIn().codeProperty().get());
        take("sign-in-code");
        String page = console.signIn().pageProperty().get();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(page.replaceFirst("\\?.*", "")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "user_code=" + console.signIn().codeProperty().get() + "&user=alice&role=operator"))
                    .build(), HttpResponse.BodyHandlers.discarding());
        }
        fx.until("the backend let the operator in", PATIENCE, () -> stands(SignIn.ACCEPTED));
        fx.until("it was said", PATIENCE, () -> text("#standing").startsWith("Signed in as alice until"));
        assertThat(robot.lookup("#page").query().isVisible()).isFalse();
    }

    private void use(String token) throws Exception {
        fx.run(() -> field().setText(token));
        robot.clickOn("#useToken");
    }

    private void take(String name) throws Exception {
        fx.run(() -> new Pictures(console.scene(), PICTURES).take(name));
    }

    private boolean stands(SignIn wanted) {
        return item().state().signIn() == wanted;
    }

    private BackendItem item() {
        return Objects.requireNonNull(console.connections().selectedProperty().get());
    }

    private PasswordField field() {
        return robot.lookup("#token").queryAs(PasswordField.class);
    }

    private String shown() {
        return field().lookup(".text") instanceof Text text ? text.getText() : "";
    }

    private String text(String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }
}
