package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Settings;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The screen of settings: what is chosen counts at once, and at the next start. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class SettingsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private Console console;

    @Test
    void what_is_chosen_counts_at_once_and_at_the_next_start() throws Exception {
        open(new Settings(List.of(BackendProfile.of("ecs", "http://127.0.0.1:9")), false, "en"));
        fx.run(() -> {
            console.desk().go(Place.SETTINGS);
            console.screen(Place.SETTINGS).applyCss();
            choose("appearance", Appearance.HIGH_CONTRAST);
            choose("scale", 150);
            assertThat(console.main().lookProperty().get()).isEqualTo(Look.HIGH_CONTRAST);
            ((CheckBox) console.screen(Place.SETTINGS).lookup("#desktopTold")).setSelected(false);
            choose("language", "fr");
            assertThat(console.texts().locale()).isEqualTo(Locale.FRENCH);
        });
        fx.until("the settings were kept", PATIENCE, () -> Settings.peek(folder).language().equals("fr"));
        fx.run(console::close);
        Settings kept = Settings.load(folder);
        assertThat(kept.appearance()).isEqualTo(Appearance.HIGH_CONTRAST);
        assertThat(kept.scale()).isEqualTo(150);
        assertThat(kept.silentDesktop()).isTrue();
        open(kept);
        fx.run(() -> {
            assertThat(console.main().lookProperty().get()).isEqualTo(Look.HIGH_CONTRAST);
            assertThat(console.main().scaleProperty().get()).isEqualTo(150);
            assertThat(console.texts().locale()).isEqualTo(Locale.FRENCH);
            console.close();
        });
    }

    @Test
    void numbers_that_were_typed_are_written_as_the_language_that_is_chosen_writes_them() throws Exception {
        open(new Settings(List.of(), false, "en"));
        fx.run(() -> {
            console.rules().begin();
            console.rules().criticalProperty().set("95.5");
            console.texts().use(Locale.FRENCH);
            assertThat(console.rules().criticalProperty().get()).isEqualTo("95,5");
            console.texts().use(Locale.ENGLISH);
            assertThat(console.rules().criticalProperty().get()).isEqualTo("95.5");
            console.close();
        });
    }

    @Test
    void a_keychain_that_is_not_there_is_said_to_be_none() throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        fx.run(() -> {
            console = new Console(new Settings(List.of(), false, "en"), folder, folder, "tester", Layouts.none(),
                    Optional::empty);
            window.setScene(console.scene());
            window.show();
            console.desk().go(Place.SETTINGS);
        });
        fx.until("the keychain was looked for", PATIENCE, () -> Objects
                .requireNonNull((Label) console.screen(Place.SETTINGS).lookup("#tokensStanding"))
                .getText()
                .startsWith("There is no keychain here"));
        fx.run(() -> {
            ComboBox<Keeping> tokens = box("tokens");
            assertThat(tokens.getConverter().toString(tokens.getValue()))
                    .isEqualTo("In the keychain of the system: there is none here");
            console.close();
        });
    }

    @Test
    void the_size_is_changed_by_keys_on_every_screen() throws Exception {
        open(new Settings(List.of(), false, "en"));
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        fx.until("everything was larger", PATIENCE, () -> console.main().scaleProperty().get() == 125);
        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        fx.until("everything was smaller", PATIENCE, () -> console.main().scaleProperty().get() == 110);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        fx.until("everything was as at first", PATIENCE, () -> console.main().scaleProperty().get() == 100);
        robot.press(KeyCode.CONTROL).type(KeyCode.COMMA).release(KeyCode.CONTROL);
        fx.until("the settings were shown", PATIENCE, () -> console.desk().placeProperty().get() == Place.SETTINGS);
        fx.run(console::close);
    }

    private void open(Settings settings) throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        fx.run(() -> {
            console = new Console(settings, folder, "tester");
            window.setScene(console.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
        });
        fx.frames(20);
    }

    private <T> void choose(String id, T value) {
        this.<T>box(id).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String id) {
        return (ComboBox<T>) Objects.requireNonNull(console.screen(Place.SETTINGS).lookup("#" + id));
    }
}
