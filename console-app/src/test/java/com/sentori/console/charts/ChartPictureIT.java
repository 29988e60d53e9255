package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@ResourceLock("the toolkit")
class ChartPictureIT {
    private static final long NOW = 1_800_000_000_000L;
    private static final ChartTexts TEXTS = new ChartTexts(
            new Texts(Locale.ENGLISH).bundle(), Locale.ENGLISH);

    @AfterEach
    void hide() throws Exception {
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @CsvSource({"1,light,1", "1,dark,2", "20,light,1", "20,light,1.5", "20,light,2", "20,dark,1", "1000,light,1",
            "1000,dark,2"})
    void draws_noisy_series_with_a_gap(int sensors, String theme, double scale) throws Exception {
        LiveChart chart = shown(filled(sensors), sensors, theme, scale);
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(chart::hasDrawn));
        point(chart, 700, 150);
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(() -> chart.lookup(".chart-reading").isVisible()));
        write(chart, scale, "chart-" + sensors + "-" + theme + "-" + scale + "x.png");
    }

    @ParameterizedTest
    @CsvSource({"4,-1,light,4", "8,3,light,1", "8,3,dark,1", "8,-1,light,0"})
    void hatches_the_own_gaps_of_few_lines_or_of_the_one_that_stands_out(int sensors, int standing, String theme,
            int telling) throws Exception {
        SeriesStore store = new SeriesStore();
        Random noise = new Random(42);
        for (int sensor = 0; sensor < sensors; sensor++) {
            long silent = NOW - 50_000 + sensor * 9_000L;
            for (long time = NOW - 60_000; time < NOW; time += 200) {
                if (time < silent || time > silent + 14_000) {
                    store.append(key(sensor), time,
                            20 + sensor + Math.sin((time - NOW) / 6_000.0 + sensor) + noise.nextGaussian() * 0.1);
                }
            }
        }
        LiveChart chart = shown(store, sensors, theme, 1);
        onFx(() -> {
            chart.highlight(standing < 0 ? Set.of() : Set.of("sensor-" + standing));
            return true;
        });
        await().atMost(Duration.ofSeconds(20))
                .until(() -> onFx(() -> chart.hasDrawn() && chart.isUpToDate()
                        && Objects.requireNonNull(chart.shown()).own().size() == telling));
        write(chart, 1, "chart-own-gaps-" + sensors + "-" + (standing < 0 ? "alike" : "one") + "-" + theme + ".png");
    }

    @Test
    void says_so_when_there_is_nothing_and_shows_what_comes() throws Exception {
        SeriesStore store = new SeriesStore();
        LiveChart chart = shown(store, 1, "light", 1);
        assertThat(onFx(() -> chart.lookup(".chart-empty").isVisible())).isTrue();
        assertThat(onFx(chart::hasDrawn)).isFalse();
        store.append(key(0), NOW - 1_000, 20);
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(chart::hasDrawn));
        assertThat(onFx(() -> chart.lookup(".chart-empty").isVisible())).isFalse();
    }

    @Test
    void rests_out_of_sight_and_goes_on_when_it_comes_back() throws Exception {
        SeriesStore store = new SeriesStore();
        LiveChart chart = shown(store, 1, "light", 1);
        // A frame that is under way would show what comes after it was ordered.
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(chart::isUpToDate));
        onFx(() -> {
            chart.getParent().setVisible(false);
            return true;
        });
        store.append(key(0), NOW - 1_000, 20);
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(onFx(chart::hasDrawn)).isFalse();
        onFx(() -> {
            chart.getParent().setVisible(true);
            return true;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> onFx(chart::hasDrawn));
    }

    private static LiveChart shown(SeriesStore store, int sensors, String theme, double scale) throws Exception {
        FxToolkit.registerPrimaryStage();
        return FxToolkit.setupFixture(() -> {
            Theme style = theme.equals("dark") ? new PrimerDark() : new PrimerLight();
            Application.setUserAgentStylesheet(style.getUserAgentStylesheet());
            LiveChart chart = new LiveChart(TEXTS, new ChartLink(ZoneOffset.UTC));
            chart.setTitle("ecs");
            chart.setUnit("°C");
            chart.setEmptyText("No readings yet");
            chart.setNote(age -> age < 0 ? "" : "live · newest " + age + " ms ago");
            chart.setOutputScale(scale);
            List<ChartSeries> lines = new ArrayList<>();
            for (int i = 0; i < sensors; i++) {
                lines.add(new ChartSeries("sensor-" + i, "sensor-" + i, store.series(key(i)), i));
            }
            chart.setSeries(lines);
            chart.follow(() -> NOW, 60_000);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(chart), 1000, 360));
            stage.show();
            return chart;
        });
    }

    /** Sines with noise, 5 a second, from 50 s ago to 3 s ago, without the ten seconds in the middle. */
    private static SeriesStore filled(int sensors) {
        SeriesStore store = new SeriesStore();
        Random noise = new Random(42);
        for (int sensor = 0; sensor < sensors; sensor++) {
            for (long time = NOW - 50_000 + sensor % 7 * 13L; time < NOW - 3_000; time += 200) {
                boolean silent = time > NOW - 35_000 && time < NOW - 25_000;
                double wave = Math.sin((time - NOW) / 6_000.0 + sensor * 0.7) * 2;
                double value = 20 + sensor % 20 * 0.3 + wave + noise.nextGaussian() * 0.25;
                if (!silent) {
                    store.append(key(sensor), time, value);
                }
            }
        }
        return store;
    }

    private static SeriesKey key(int sensor) {
        return new SeriesKey("ecs", "run", "sensor-" + sensor, "temperature");
    }

    private static void point(LiveChart chart, double x, double y) throws Exception {
        onFx(() -> {
            chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, x, y, x, y, null, 0, false, false, false, false,
                    false, false, false, false, false,
                    false, null));
            return true;
        });
    }

    private static void write(LiveChart chart, double scale, String name) throws Exception {
        File file = Path.of("target", "screens", name).toFile();
        Files.createDirectories(file.getParentFile().toPath());
        WritableImage image = onFx(() -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            return chart.getScene().getRoot().snapshot(parameters, null);
        });
        assertThat(ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file)).isTrue();
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> asked) throws Exception {
        return WaitForAsyncUtils.asyncFx(asked).get();
    }
}
