package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Settings;
import com.sentori.console.faults.Installed;
import com.sentori.console.infra.Standing;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.stage.Place;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.TerraformException;
import com.sentori.console.terraform.Tint;
import com.sentori.console.terraform.Workplace.Aim;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The screen of the infrastructure with the real Terraform, on stacks of {@code terraform_data}, as an operator uses it. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class InfraIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path PICTURES = Path.of("target", "screens");
    private static final String SECRET = "planted-secret-0020";
    private static final String STACK = """
            variable "value" { default = "a" }
            resource "terraform_data" "network" { input = var.value }
            resource "terraform_data" "service" { triggers_replace = [var.value] }
            module "database" {
              source = "./database"
              value  = var.value
            }
            output "api_url" { value = "http://127.0.0.1:9" }
            output "backend_kind" { value = "ecs" }
            output "environment" { value = "test" }
            """;
    private static final String MODULE = """
            variable "value" {}
            resource "terraform_data" "table" {
              for_each = toset(["readings", "runs"])
              input    = { name = "${var.value}-${each.key}", password = sensitive("%s") }
            }
            """.formatted(SECRET);

    @TempDir
    private Path folder;
    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();
    private FaultyBackend backend;
    private Console console;

    @BeforeEach
    void begin() throws Exception {
        Installed.requireTerraform();
        backend = new FaultyBackend();
        write("main.tf", STACK);
        write("database/main.tf", MODULE);
    }

    @AfterEach
    void close() throws Exception {
        if (console != null) {
            fx.run(console::close);
        }
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void shows_a_plan_as_a_tree_applies_it_and_offers_the_backend() throws Exception {
        open(environment(false, false, null), Appearance.LIGHT, Settings.SMALLEST, "en");
        plan(Aim.APPLY);
        picture("infra-plan");
        fx.run(() -> {
            assertThat(rows()).contains("module.database (2)", "terraform_data.network", "terraform_data.service");
            assertThat(texts()).contains("4 to create · 3 outputs", "create");
            console.infra().apply();
        });
        idle("it was applied");
        fx.run(() -> {
            assertThat(console.infra().shownProperty().get()).isNull();
            assertThat(Objects.requireNonNull(console.infra().offerProperty().get()).profile().name())
                    .isEqualTo("ecs-test");
        });
        assertThat(fx.call(() -> texts()))
                .anyMatch(text -> text.matches("Applied at .*: 4 made, 0 changed, 0 destroyed\\."));
        picture("infra-applied");
        fx.run(() -> {
            console.infra().keepOffer();
            assertThat(console.connections().byName("ecs-test")).isPresent();
            assertThat(console.infra().offerProperty().get()).isNull();
        });
        write("main.tf", STACK.replace("\"a\"", "\"b\""));
        plan(Aim.APPLY);
        fx.run(() -> tree().getSelectionModel().select(1));
        fx.frames(6);
        fx.run(() -> {
            assertThat(texts()).anyMatch(text -> text.endsWith("Forces replacement: triggers_replace[0]."));
            assertThat(table("attributes").getItems()).isNotEmpty();
        });
        picture("infra-replace");
        fx.run(() -> assertThat(texts()).noneMatch(text -> text.contains(SECRET)));
        assertThat(console.hide("a fault that quotes " + SECRET)).isEqualTo("a fault that quotes [hidden]");
    }

    @Test
    void production_is_applied_by_keyboard_alone_once_its_name_and_a_reason_were_typed() throws Exception {
        backend.client("ecs").start(new StartRequest(List.of("sensor-1"), 600, 5, Meta.EMPTY), "one");
        open(environment(true, false, "ecs"), Appearance.DARK, Settings.SMALLEST, "en");
        fx.until("the run was heard", PATIENCE, () -> {
            console.infra().refresh();
            return console.infra().runsTouchedProperty().get() == 1;
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.P).release(KeyCode.CONTROL);
        fx.until("the plan was shown", PATIENCE, () -> console.infra().shownProperty().get() != null);
        fx.frames(6);
        fx.run(() -> assertThat(console.infra().blockedProperty().get()).contains("say why"));
        picture("infra-production-dark");
        fx.run(() -> Objects.requireNonNull(console.scene().lookup("#why")).requestFocus());
        robot.write("fixes the outage");
        fx.run(() -> {
            assertThat(console.infra().blockedProperty().get()).contains("Type prod");
            Objects.requireNonNull(console.scene().lookup("#typed")).requestFocus();
        });
        robot.write("prod");
        fx.run(() -> assertThat(console.infra().blockedProperty().get()).isEmpty());
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        idle("it was applied");
        fx.until("it was noted", PATIENCE,
                () -> console.infra().marks("ecs", backend.runs().getFirst()).size() == 1);
        fx.run(() -> {
            assertThat(console.infra().marks("ecs", backend.runs().getFirst()).getFirst().text())
                    .isEqualTo("Applied to prod: fixes the outage");
            assertThat(console.infra().troubleProperty().get()).isNull();
        });
    }

    @Test
    void what_fails_is_said_and_what_is_interrupted_ends_in_order() throws Exception {
        write("main.tf", """
                resource "terraform_data" "slow" {
                  provisioner "local-exec" { command = "exec sleep 120" }
                }
                """);
        open(environment(false, false, null), Appearance.LIGHT, Settings.SMALLEST, "en");
        plan(Aim.APPLY);
        fx.run(() -> console.infra().apply());
        fx.until("it had begun", PATIENCE,
                () -> console.infra().progressOf("terraform_data.slow") != null);
        picture("infra-applying");
        fx.run(() -> console.infra().interrupt());
        fx.until("it was interrupted", PATIENCE, () -> console.infra().interruptingProperty().get()
                || !console.infra().standingProperty().get().isBusy());
        idle("it had ended");
        fx.run(() -> assertThat(Objects.requireNonNull(console.infra().troubleProperty().get()).kind())
                .isEqualTo(TerraformException.Kind.INTERRUPTED));
        write("main.tf", "resource \"terraform_data\" \"one\" { inputs = 1 }");
        fx.run(() -> console.infra().plan(Aim.APPLY));
        idle("it had failed");
        fx.run(() -> assertThat(texts()).contains(
                "Terraform did not succeed; what was done until then is in its state."));
        picture("infra-failed");
    }

    @Test
    void a_plan_in_french_at_200_percent_is_not_clipped() throws Exception {
        open(environment(true, false, null), Appearance.LIGHT, Settings.LARGEST, "fr");
        plan(Aim.APPLY);
        picture("infra-plan-200-fr");
        fx.run(() -> assertThat(Nodes.clipped(console.scene().getRoot())).isEmpty());
    }

    @Test
    void five_thousand_resources_do_not_hold_the_window() throws Exception {
        write("main.tf", "resource \"terraform_data\" \"many\" {\n  count = 5000\n  input = count.index\n}\n");
        open(environment(false, false, null), Appearance.LIGHT, Settings.SMALLEST, "en");
        fx.run(() -> console.infra().plan(Aim.APPLY));
        long[] longest = {0};
        long[] before = {System.nanoTime()};
        fx.until("the plan was shown", Duration.ofMinutes(3), () -> {
            longest[0] = Math.max(longest[0], System.nanoTime() - before[0]);
            before[0] = System.nanoTime();
            return console.infra().shownProperty().get() != null;
        });
        fx.frames(10);
        fx.run(() -> {
            assertThat(tree().getExpandedItemCount()).isEqualTo(5_000);
            tree().scrollTo(4_990);
        });
        fx.frames(10);
        assertThat(Duration.ofNanos(longest[0])).as("between two frames").isLessThan(Duration.ofSeconds(2));
        picture("infra-5000");
    }

    @Test
    void a_read_only_environment_has_no_actions_and_another_window_says_so() throws Exception {
        open(environment(false, true, null), Appearance.HIGH_CONTRAST, Settings.SMALLEST, "en");
        fx.run(() -> {
            assertThat(Nodes.isSeen(console.scene().lookup("#planDestroy"))).isFalse();
            assertThat(Nodes.isSeen(console.scene().lookup("#apply"))).isFalse();
        });
        plan(Aim.APPLY);
        fx.run(() -> {
            assertThat(console.infra().blockedProperty().get()).isEqualTo("This environment is read-only.");
            console.infra().apply();
            assertThat(console.infra().standingProperty().get()).isEqualTo(Standing.IDLE);
            console.desk().go(Place.START);
        });
        fx.frames(6);
        fx.run(() -> assertThat(texts()).contains("Look only"));
        picture("infra-badge-contrast");
    }

    private Environment environment(boolean production, boolean readOnly, @Nullable String touched) {
        return new Environment(production ? "prod" : "test", readOnly ? "Look only" : production ? "Production" : "",
                production ? Tint.RED : Tint.BLUE, folder.resolve("stack"), List.of(), null, null, touched, production,
                readOnly);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("stack").resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private void open(Environment environment, Appearance look, int scale, String language) throws Exception {
        Environments.keep(List.of(environment), folder);
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        fx.run(() -> {
            console = new Console(new Settings(List.of(BackendProfile.of("ecs", backend.url())), look, scale,
                    language, 0, "", Keeping.SESSION), folder, folder, "tester", Layouts.none());
            window.setScene(console.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
            console.desk().go(Place.INFRA);
        });
        fx.until("the environment was chosen", PATIENCE,
                () -> console.environments().chosenProperty().get() != null);
        fx.frames(10);
    }

    private void plan(Aim aim) throws InterruptedException {
        fx.run(() -> console.infra().plan(aim));
        fx.until("the plan was shown", PATIENCE, () -> console.infra().shownProperty().get() != null);
        fx.frames(8);
    }

    private void idle(String what) throws InterruptedException {
        fx.until(what, PATIENCE, () -> !console.infra().standingProperty().get().isBusy());
        fx.frames(8);
    }

    private void picture(String name) throws InterruptedException {
        fx.frames(4);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take(name.toLowerCase(Locale.ROOT)));
    }

    private TreeTableView<?> tree() {
        return (TreeTableView<?>) Objects.requireNonNull(console.scene().lookup("#tree"));
    }

    private TableView<?> table(String id) {
        return (TableView<?>) Objects.requireNonNull(console.scene().lookup("#" + id));
    }

    private List<String> rows() {
        return Nodes.under(tree(), Labeled.class).map(Labeled::getText).filter(Objects::nonNull).toList();
    }

    private List<String> texts() {
        return Nodes.under(console.scene().getRoot(), Labeled.class)
                .filter(Nodes::isSeen)
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList();
    }
}
