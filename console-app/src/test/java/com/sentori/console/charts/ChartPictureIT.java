package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ChartPictureIT {
    private static final long NOW = 1_800_000_000_000L;

    @AfterEach
    void hide() throws Exception {
        FxToolkit.cleanupStages();
    }

    @ParameterizedTest
    @CsvSource({"1,5,light", "20,5,light", "20,5,dark", "1000,5,light"})
    void draws_a_running_run(int sensors, double rate, String theme) throws Exception {
        FxToolkit.registerPrimaryStage();
        SeriesStore store = filled(new SensorPlan(sensors, rate, Duration.ofSeconds(60), Waveform.SINE, 42));
        LiveChart chart = FxToolkit.setupFixture(() -> {
            Theme style = theme.equals("dark") ? new PrimerDark() : new PrimerLight();
            Application.setUserAgentStylesheet(style.getUserAgentStylesheet());
            LiveChart made = new LiveChart();
            made.speak(Locale.ENGLISH, java.time.ZoneOffset.UTC);
            made.setTitle("ecs");
            made.setNote(age -> age + " ms");
            List<ChartSeries> lines = new ArrayList<>();
            for (int i = 0; i < sensors; i++) {
                lines.add(new ChartSeries(SensorPlan.sensorId(i), SensorPlan.sensorId(i), store.series(key(i)), i));
            }
            made.setSeries(lines);
            made.follow(() -> NOW + 400, 60_000);
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(made), 1000, 360));
            stage.show();
            return made;
        });
        await().atMost(Duration.ofSeconds(10)).until(() -> WaitForAsyncUtils.asyncFx(chart::hasDrawn).get());
        WaitForAsyncUtils.waitForFxEvents();
        write(chart, "chart-" + sensors + "-" + theme + ".png");
        assertThat(Files.size(Path.of("target", "screens", "chart-" + sensors + "-" + theme + ".png"))).isPositive();
    }

    private static SeriesStore filled(SensorPlan plan) {
        SeriesStore store = new SeriesStore();
        for (long number = 0; number < plan.total(); number++) {
            long time = NOW - 60_000 + plan.dueNanos(number) / 1_000_000;
            // Ten seconds in which nothing came.
            if (time < NOW - 35_000 || time > NOW - 25_000) {
                store.append(key(plan.sensor(number)), time, plan.value(number));
            }
        }
        return store;
    }

    private static SeriesKey key(int sensor) {
        return new SeriesKey("ecs", "run", SensorPlan.sensorId(sensor), "temperature");
    }

    private static void write(LiveChart chart, String name) throws Exception {
        File file = Path.of("target", "screens", name).toFile();
        assertThat(file.getParentFile().mkdirs() || file.getParentFile().isDirectory()).isTrue();
        WaitForAsyncUtils.asyncFx(() -> {
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(chart.getScene().snapshot(null), null), "png", file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }).get();
        assertThat(Platform.isFxApplicationThread()).isFalse();
    }
}
