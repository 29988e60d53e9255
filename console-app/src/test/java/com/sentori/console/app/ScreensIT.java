package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Settings;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Draws every screen as it is before anything was done, in both looks and languages, to target/screens. */
@ResourceLock("the toolkit")
class ScreensIT {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final BackendProfile NOBODY = BackendProfile.of("ecs", "http://127.0.0.1:9");

    @BeforeAll
    static void begin() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void every_screen_can_be_drawn_without_a_backend() throws Exception {
        draw(new Settings(List.of(), false, "en"), "empty");
    }

    @Test
    void every_screen_can_be_drawn_in_french_and_dark_with_a_backend_that_is_away() throws Exception {
        draw(new Settings(List.of(NOBODY), true, "fr"), "away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_screen_is_sharp_at_200_percent(String language) throws Exception {
        draw(new Settings(List.of(NOBODY), false, language), "200-" + language, 2);
    }

    private static void draw(Settings settings, String prefix) throws Exception {
        draw(settings, prefix, 1);
    }

    private static void draw(Settings settings, String prefix, double scale) throws Exception {
        for (Place place : Place.values()) {
            onFx(() -> {
                try (Console console = new Console(settings, null, "tester")) {
                    Stage window = new Stage();
                    window.setScene(console.scene());
                    window.show();
                    console.desk().go(place);
                    console.scene().getRoot().applyCss();
                    console.scene().getRoot().layout();
                    new Pictures(console.scene(), PICTURES)
                            .take(prefix + "-" + place.name().toLowerCase(Locale.ROOT), scale);
                    assertNothingIsClipped(console.scene().getRoot());
                    window.close();
                }
            });
        }
    }

    /** A label that had to shorten its text shows another text than it has. */
    private static void assertNothingIsClipped(Node root) {
        for (Node node : root.lookupAll(".label, .button, .toggle-button")) {
            if (node instanceof Labeled labeled && !labeled.getText().isEmpty() && labeled.isVisible()
                    && labeled.lookup(".text") instanceof Text shown) {
                assertThat(shown.getText()).as("text as drawn").isEqualTo(labeled.getText().replace("_", ""));
            }
        }
    }

    private static void onFx(Runnable work) throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        done.get(30, TimeUnit.SECONDS);
    }
}
