package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.ChartAction;
import com.sentori.console.palette.Command;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The one list of commands, the palette and the sheet of shortcuts, as an operator uses them. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class CommandsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screens");
    /** They answer a question, and lead from an empty screen to where the places lead too. */
    private static final Set<String> NO_COMMANDS = Set.of("confirm", "decline");

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();
    private Console console;

    @BeforeEach
    void open() throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        fx.run(() -> {
            console = new Console(new Settings(List.of(BackendProfile.of("ecs", "http://127.0.0.1:9")), false, "en"),
                    null, "tester");
            window.setScene(console.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
        });
        fx.frames(30);
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @Test
    void every_command_has_a_name_in_every_language_and_is_found_by_it() throws Exception {
        for (Locale language : Texts.LANGUAGES) {
            fx.run(() -> {
                console.texts().use(language);
                console.palette().toggle(Sheet.PALETTE);
                assertThat(console.palette().results()).as("without a word").hasSameElementsAs(all());
                for (Command command : all()) {
                    String name = command.name(console.texts());
                    assertThat(name).isNotBlank();
                    console.palette().queryProperty().set(name);
                    assertThat(console.palette().results()).as(language + " " + name).contains(command);
                }
                console.palette().toggle(Sheet.PALETTE);
            });
        }
    }

    @Test
    void every_button_of_every_screen_is_a_command() throws Exception {
        fx.run(() -> {
            List<String> known = all().stream()
                    .map(Command::act)
                    .filter(Press.class::isInstance)
                    .map(act -> ((Press) act).place() + " " + ((Press) act).id())
                    .toList();
            for (Place place : Place.values()) {
                console.desk().go(place);
                Parent screen = console.screen(place);
                screen.applyCss();
                for (ButtonBase button : buttons(screen)) {
                    assertThat(known).contains(place + " " + button.getId());
                }
            }
        });
    }

    /** Those that the layout names, but the switches of a form. */
    private static List<ButtonBase> buttons(Parent screen) {
        return Nodes.under(screen, ButtonBase.class)
                .filter(button -> button.getId() != null && !NO_COMMANDS.contains(button.getId()))
                .filter(button -> button.getStyleClass().contains("button")
                        || button.getStyleClass().contains("toggle-button"))
                .toList();
    }

    @Test
    void every_action_of_charts_is_a_command_with_its_keys() {
        for (ChartAction action : ChartAction.values()) {
            assertThat(all()).filteredOn(command -> command.text().equals(action.key()))
                    .singleElement()
                    .satisfies(command -> assertThat(command.keys()).isEqualTo(action.keys()));
        }
    }

    @Test
    void no_two_commands_share_a_shortcut_on_a_screen() throws Exception {
        for (Locale language : Texts.LANGUAGES) {
            fx.run(() -> console.texts().use(language));
            List<Command> commands = all();
            for (int i = 0; i < commands.size(); i++) {
                for (int j = i + 1; j < commands.size(); j++) {
                    Command one = commands.get(i);
                    Command other = commands.get(j);
                    if (one.scope().meets(other.scope()) && !other.keys().isEmpty()) {
                        assertThat(names(one)).as(one.text() + " and " + other.text())
                                .doesNotContainAnyElementsOf(
                                        names(other));
                    }
                }
            }
        }
    }

    private static List<String> names(Command command) {
        return command.keys().stream().map(keys -> keys.getDisplayText()).toList();
    }

    @Test
    void the_palette_opens_by_keys_from_a_text_field_filters_runs_and_gives_the_focus_back() throws Exception {
        fx.run(() -> {
            console.desk().go(Place.START);
            Objects.requireNonNull(console.scene().lookup("#seed")).requestFocus();
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        fx.until("the palette lay over the screen", PATIENCE,
                () -> console.palette().sheetProperty().get() == Sheet.PALETTE);
        fx.frames(4);
        robot.write("histo");
        fx.until("what was typed was found", PATIENCE, () -> !console.palette().results().isEmpty()
                && console.palette().results().size() < all().size());
        fx.frames(4);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("palette"));
        robot.type(KeyCode.ESCAPE);
        fx.until("the focus was back", PATIENCE, () -> console.palette().sheetProperty().get() == Sheet.NONE
                && console.scene().getFocusOwner() instanceof TextInputControl field && "seed".equals(field.getId()));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        fx.frames(4);
        robot.write("histo");
        robot.type(KeyCode.ENTER);
        fx.until("the history was shown", PATIENCE, () -> console.desk().placeProperty().get() == Place.HISTORY
                && console.palette().sheetProperty().get() == Sheet.NONE);
    }

    @Test
    void a_layout_is_saved_under_a_name_that_is_typed_and_is_a_command_then() throws Exception {
        fx.run(() -> {
            console.desk().go(Place.HISTORY);
            console.live().link().hidden().add("sensor-2");
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        fx.frames(4);
        robot.write("save this layout").type(KeyCode.ENTER);
        fx.until("a name was asked for", PATIENCE, () -> console.scene().getFocusOwner() instanceof TextField field
                && field.getPromptText().equals("Name of the layout"));
        robot.type(KeyCode.ENTER);
        robot.write("late_night");
        fx.frames(4);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("palette-name"));
        robot.type(KeyCode.ENTER);
        fx.until("it was saved", PATIENCE, () -> console.palette().sheetProperty().get() == Sheet.NONE
                && console.layout().namedProperty().get().layouts().containsKey("late_night"));
        fx.run(() -> console.live().link().hidden().clear());
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        fx.frames(4);
        robot.write("layout late");
        fx.frames(4);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("palette-layouts"));
        assertThat(fx.call(() -> console.palette().results().stream().map(each -> each.name(console.texts())).toList()))
                .containsExactly("Layout “late_night”", "Remove the layout “late_night”");
        robot.type(KeyCode.ENTER);
        fx.until("the live screen was set up so", PATIENCE, () -> console.desk().placeProperty().get() == Place.LIVE
                && console.live().link().hidden().contains("sensor-2"));
    }

    @Test
    void a_command_of_another_screen_shows_it_and_says_when_it_is_not_possible() throws Exception {
        fx.run(() -> {
            console.desk().go(Place.HISTORY);
            console.palette().queryProperty().set("finish run live");
            console.palette().run();
            assertThat(console.desk().placeProperty().get()).isEqualTo(Place.LIVE);
            assertThat(Objects.requireNonNull(console.desk().noticeProperty().get()).sentence())
                    .isEqualTo("“Finish run” is not possible at the moment.");
            console.palette().queryProperty().set("new backend");
            console.palette().run();
            assertThat(console.desk().placeProperty().get()).isEqualTo(Place.BACKENDS);
            assertThat(console.connections().selectedProperty().get()).isNull();
        });
    }

    @Test
    void a_question_mark_shows_the_shortcuts_unless_it_is_typed_into_a_field() throws Exception {
        fx.run(() -> {
            console.desk().go(Place.START);
            Objects.requireNonNull(console.scene().lookup("#seed")).requestFocus();
        });
        robot.write("?");
        fx.frames(4);
        assertThat(fx.call(() -> console.palette().sheetProperty().get())).isEqualTo(Sheet.NONE);
        fx.run(() -> Objects.requireNonNull(console.scene().lookup("#newSeed")).requestFocus());
        robot.write("?");
        fx.until("the shortcuts were shown", PATIENCE,
                () -> console.palette().sheetProperty().get() == Sheet.SHORTCUTS);
        fx.frames(6);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("shortcuts"));
        robot.type(KeyCode.ESCAPE);
        fx.until("they were gone", PATIENCE, () -> console.palette().sheetProperty().get() == Sheet.NONE);
        fx.run(() -> {
            console.texts().use(Locale.FRENCH);
            console.main().show(Look.DARK);
        });
        fx.frames(20);
        fx.run(() -> {
            console.palette().toggle(Sheet.SHORTCUTS);
        });
        fx.frames(6);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("shortcuts-fr-dark"));
    }

    private List<Command> all() {
        return console.palette().commands().all();
    }
}
