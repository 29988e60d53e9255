package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.Appearance;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Keeping;
import com.sentori.console.backends.Settings;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        draw(new Settings(List.of(), false, "en"), "empty", 1, console -> {
            if (console.desk().placeProperty().get() == Place.DASHBOARDS) {
                assertThat(Nodes.under(console.scene().getRoot(), Labeled.class)
                        .filter(Nodes::isSeen)
                        .map(Labeled::getText)).contains("No backend yet", "Add a backend")
                        .doesNotContain("Open Grafana");
            }
        });
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

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nothing_is_clipped_or_wider_than_the_window_where_everything_is_twice_as_large(String language)
            throws Exception {
        draw(new Settings(List.of(NOBODY), Appearance.LIGHT, Settings.LARGEST, language, 0, "", Keeping.SESSION),
                "scale-200-" + language, 1,
                console -> assertThat(Nodes.sideways(console.scene())).isNotPositive());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 4.5", "DARK, 4.5", "HIGH_CONTRAST, 7"})
    void every_text_of_every_screen_stands_out(Appearance appearance, double least) throws Exception {
        draw(new Settings(List.of(NOBODY), appearance, Settings.SMALLEST, "en", 0, "", Keeping.SESSION),
                "look-" + appearance);
        draw(new Settings(List.of(NOBODY), appearance, Settings.SMALLEST, "fr", 0, "", Keeping.SESSION),
                "look-fr-" + appearance, 1,
                console -> {
                    for (Sheet sheet : List.of(Sheet.PALETTE, Sheet.SHORTCUTS)) {
                        console.palette().toggle(sheet);
                        console.scene().getRoot().applyCss();
                        console.scene().getRoot().layout();
                        assertThat(Contrast.below(least, console.scene().getRoot())).isEmpty();
                        console.palette().close();
                    }
                    assertThat(Contrast.below(least, console.scene().getRoot())).isEmpty();
                });
    }

    @Test
    void backends_stand_beside_each_other_for_as_long_as_there_is_room() throws Exception {
        Settings three = new Settings(List.of(NOBODY, BackendProfile.of("of a long name", "http://127.0.0.1:9"),
                BackendProfile.of("of another name", "http://127.0.0.1:9")), false, "en");
        Stagehand fx = new Stagehand();
        Console console = fx.call(() -> new Console(three, null, "tester"));
        Stage window = fx.call(() -> ShownConsole.window(console));
        try {
            fx.run(window::show);
            for (double width : List.of(1600.0, Console.WIDTH, Console.MIN_WIDTH, 800.0)) {
                fx.run(() -> window.setWidth(width));
                fx.frames(5);
                fx.run(() -> {
                    Region chips = (Region) console.scene().lookup("#chips");
                    List<Node> each = chips.getChildrenUnmodifiable();
                    double line = each.getFirst().getLayoutBounds().getHeight();
                    double beside = each.stream().mapToDouble(chip -> chip.prefWidth(-1)).sum() + 2 * 24;
                    double lines = Math.ceil(((Region) chips.getParent()).getHeight() / line) - 1;
                    new Pictures(console.scene(), PICTURES).take("backends-beside-" + (int) width);
                    assertThat(lines).as("lines of " + width + " for " + beside + " in " + chips.getWidth())
                            .isEqualTo(Math.ceil(beside / chips.getWidth()));
                });
            }
        } finally {
            fx.run(() -> {
                console.close();
                window.close();
            });
        }
    }

    private static void draw(Settings settings, String prefix) throws Exception {
        draw(settings, prefix, 1);
    }

    private static void draw(Settings settings, String prefix, double scale) throws Exception {
        draw(settings, prefix, scale, _ -> {});
    }

    private static void draw(Settings settings, String prefix, double scale, Consumer<Console> look)
            throws Exception {
        for (Place place : Place.values()) {
            onFx(() -> {
                Stage window = new Stage();
                try (Console console = new Console(settings, null, "tester")) {
                    window.setScene(console.scene());
                    if (settings.scale() > Settings.SMALLEST) {
                        window.setWidth(Console.MIN_WIDTH);
                        window.setHeight(Console.MIN_HEIGHT);
                    }
                    window.show();
                    console.desk().go(place);
                    console.scene().getRoot().applyCss();
                    console.scene().getRoot().layout();
                    new Pictures(console.scene(), PICTURES)
                            .take(prefix + "-" + place.name().toLowerCase(Locale.ROOT), scale);
                    assertThat(Nodes.clipped(console.scene().getRoot())).isEmpty();
                    assertFrameIsWhole(console.scene());
                    look.accept(console);
                } finally {
                    window.close();
                }
            });
        }
    }

    /** Whatever the screen needs: it scrolls, and what is around it stays in sight. */
    private static void assertFrameIsWhole(Scene scene) {
        BorderPane frame = (BorderPane) scene.lookup("#frame");
        for (Node part : List.of(frame.getTop(), frame.getLeft(), frame.getCenter(), frame.getBottom())) {
            Bounds bounds = part.localToScene(part.getLayoutBounds());
            assertThat(bounds.getMinY()).as(part.toString()).isNotNegative();
            assertThat(bounds.getMinX()).as(part.toString()).isNotNegative();
            assertThat(bounds.getMaxX()).as(part.toString()).isLessThanOrEqualTo(scene.getWidth() + 1);
            assertThat(bounds.getMaxY()).as(part.toString()).isLessThanOrEqualTo(scene.getHeight() + 1);
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
