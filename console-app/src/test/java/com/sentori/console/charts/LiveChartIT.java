package com.sentori.console.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Two linked charts, worked by mouse and keyboard. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class LiveChartIT {
    private static final long START = 1_800_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FxRobot robot = new FxRobot();
    private final MemorySamples first = new MemorySamples();
    private final MemorySamples second = new MemorySamples();
    private final MemorySamples volts = new MemorySamples();
    private final List<ChartFile> saved = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(START);
    private ChartLink link;
    private LiveChart chart;
    private LiveChart other;
    private SeriesTable table;
    private VBox root;

    @BeforeEach
    void open() throws Exception {
        Random noise = new Random(1);
        for (long time = START - 120_000; time < START - 1_000; time += 100) {
            boolean silent = time > START - 40_000 && time < START - 30_000;
            if (!silent) {
                first.append(time, 20 + 5 * Math.sin(time / 7_000.0) + noise.nextDouble());
                second.append(time, 24 + 3 * Math.cos(time / 5_000.0) + noise.nextDouble());
            }
            volts.append(time, Math.pow(10, 2 + Math.sin(time / 9_000.0)));
        }
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> show("light", 1, Locale.ENGLISH));
        drawn();
    }

    private Stage show(String theme, double scale, Locale language) {
        Application.setUserAgentStylesheet(
                (theme.equals("dark") ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        ChartTexts texts = new ChartTexts(new Texts(language).bundle(), language);
        link = new ChartLink(ZoneId.of("Europe/Paris"));
        link.follow(now::get, 60_000);
        Samples known = new WithGap(first, new Gap(START - 40_000, START - 30_000, "link down"));
        chart = chart(texts, "ecs", List.of(new ChartSeries("sensor-1", "sensor-1", "°C", known, 0),
                new ChartSeries("sensor-2", "sensor-2", "°C", new WithGap(second,
                        new Gap(START - 40_000, START - 30_000, "link down")), 1)));
        other = chart(texts, "serverless", List.of(new ChartSeries("sensor-1", "sensor-1", "°C", first, 0),
                new ChartSeries("volts", "volts", "V", volts, 2)));
        for (LiveChart each : List.of(chart, other)) {
            each.setOutputScale(scale);
            VBox.setVgrow(each, Priority.ALWAYS);
        }
        table = new SeriesTable(chart);
        table.setMinHeight(150);
        root = new VBox(chart, other, table);
        root.getStyleClass().add("root");
        Stage stage = new Stage();
        stage.setScene(new Scene(root, 1000, 760));
        stage.show();
        chart.requestFocus();
        return stage;
    }

    private LiveChart chart(ChartTexts texts, String title, List<ChartSeries> lines) {
        LiveChart made = new LiveChart(texts, link);
        made.setTitle(title);
        made.setNote(age -> "newest " + age + " ms ago");
        made.setSeries(lines);
        made.setExports(() -> new Provenance(List.of(new Provenance.Fact("Backend", title))), saved::add);
        return made;
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
    }

    private void drawn() {
        until(() -> chart.hasDrawn() && other.hasDrawn());
    }

    @Test
    void pauses_while_samples_keep_arriving_and_says_how_many() throws Exception {
        robot.push(KeyCode.SPACE);
        assertThat(onFx(link::isPaused)).isTrue();
        TimeWindow.Fixed stands = onFx(link::span);
        until(() -> state(chart).startsWith("paused 0:00, 0 behind"));
        now.addAndGet(42_000);
        for (int i = 0; i < 1_240; i++) {
            first.append(START + i, 20);
        }
        until(() -> state(chart).startsWith("paused 0:42, 1,240 behind"));
        assertThat(onFx(link::span)).isEqualTo(stands);
        robot.press(KeyCode.SHIFT).push(KeyCode.SPACE).release(KeyCode.SHIFT);
        until(() -> state(chart).startsWith("catching up"));
        now.addAndGet(14_001);
        until(() -> link.lagNow() == 0);
    }

    @Test
    void a_band_zooms_both_axes_or_one_and_undo_goes_back() throws Exception {
        View home = onFx(() -> link.views().now());
        drag(300, 60, 600, 140, MouseButton.PRIMARY);
        View both = onFx(() -> link.views().now());
        assertThat(both.scales()).containsKey("°C");
        assertThat(both.window()).isInstanceOfSatisfying(TimeWindow.Fixed.class,
                window -> assertThat(window.to() - window.from()).isBetween(15_000L, 25_000L));
        drag(300, 100, 600, 101, MouseButton.PRIMARY);
        assertThat(onFx(() -> link.views().now()).scales()).isEqualTo(both.scales());
        drag(300, 60, 301, 140, MouseButton.PRIMARY);
        assertThat(onFx(() -> link.views().now()).scales()).isNotEqualTo(both.scales());
        push(KeyCode.Z, KeyCode.CONTROL);
        push(KeyCode.Z, KeyCode.CONTROL);
        assertThat(onFx(() -> link.views().now())).isEqualTo(both);
        push(KeyCode.Z, KeyCode.CONTROL);
        assertThat(onFx(() -> link.views().now())).isEqualTo(home);
        push(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(onFx(() -> link.views().now())).isEqualTo(both);
        robot.push(KeyCode.HOME);
        assertThat(onFx(() -> link.views().now())).isEqualTo(home);
    }

    @Test
    void dragging_with_the_middle_button_moves_and_is_one_step_to_undo() throws Exception {
        TimeWindow.Fixed before = onFx(link::span);
        drag(600, 100, 400, 100, MouseButton.MIDDLE);
        TimeWindow.Fixed after = onFx(link::span);
        assertThat(after.from() - before.from()).isBetween(11_000L, 16_000L);
        push(KeyCode.Z, KeyCode.CONTROL);
        assertThat(onFx(() -> link.views().canUndo())).isFalse();
        assertThat(onFx(link::span)).isEqualTo(before);
    }

    @Test
    void a_click_on_an_axis_or_with_shift_is_no_step_to_undo() throws Exception {
        drag(600, 100, 400, 100, MouseButton.MIDDLE);
        push(KeyCode.Z, KeyCode.CONTROL);
        moveTo(600, 100);
        robot.press(KeyCode.SHIFT).clickOn(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        moveTo(10, 100);
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(onFx(() -> link.views().canUndo())).isFalse();
        assertThat(onFx(() -> link.views().canRedo())).isTrue();
    }

    @Test
    void all_lines_of_what_is_highlighted_stand_out_and_their_axes_become_logarithmic() throws Exception {
        onFx(() -> {
            other.highlight(Set.of("volts", "amperes"));
            return true;
        });
        until(() -> other.isUpToDate() && opaque(other).equals(List.of("volts")));
        onFx(() -> {
            other.run(ChartAction.LOGARITHM);
            return true;
        });
        assertThat(onFx(() -> link.views().now().logarithmic())).containsExactly("V");
        onFx(() -> {
            other.highlight(Set.of("volts", "sensor-1"));
            return true;
        });
        until(() -> opaque(other).size() == 2);
        onFx(() -> {
            other.highlight(Set.of("amperes"));
            return true;
        });
        until(() -> other.isUpToDate() && opaque(other).size() == 2);
    }

    private static List<String> opaque(LiveChart of) {
        return Objects.requireNonNull(of.shown())
                .frame()
                .lines()
                .stream()
                .filter(line -> line.argb() >>> 24 == 255)
                .map(line -> line.series().id())
                .toList();
    }

    @Test
    void the_crosshair_snaps_to_samples_in_all_linked_charts_and_goes_by_keyboard() throws Exception {
        moveTo(700, 100);
        until(() -> visible(chart, ".chart-reading") && visible(other, ".chart-reading"));
        Long at = onFx(() -> link.crosshairProperty().get());
        assertThat(Objects.requireNonNull(at) % 100).isZero();
        robot.push(KeyCode.PERIOD);
        until(() -> Long.valueOf(at + 100).equals(link.crosshairProperty().get()));
        robot.push(KeyCode.COMMA);
        until(() -> at.equals(link.crosshairProperty().get()));
        robot.push(KeyCode.COMMA);
        until(() -> Objects.requireNonNull(link.crosshairProperty().get()) < at);
        assertThat(onFx(() -> chart.getAccessibleText())).contains("sensor-1").contains("°C");
    }

    @Test
    void a_line_that_has_a_gap_at_the_crosshair_says_why_instead_of_a_value() throws Exception {
        onFx(() -> {
            link.crosshairProperty().set(START - 35_000);
            return true;
        });
        until(() -> chart.getAccessibleText().contains("sensor-1: link down")
                && other.getAccessibleText().contains("sensor-1: no samples"));
        assertThat(onFx(() -> other.getAccessibleText())).containsPattern("volts \\d");
        until(() -> !table.rows().getItems().isEmpty() && cell("Crosshair", 0).equals("link down"));
        WaitForAsyncUtils.waitForFxEvents(30);
        Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(SwingFXUtils.fromFXImage(onFx(() -> root.snapshot(null, null)), null), "png",
                Path.of("target", "screens", "charts-gap.png").toFile());
    }

    @Test
    void two_cursors_have_figures_between_them() throws Exception {
        onFx(() -> {
            link.cursorAProperty().set(START - 20_000);
            link.cursorBProperty().set(START - 10_000);
            return true;
        });
        until(() -> visible(chart, ".chart-figures"));
        String figures = onFx(() -> chart.lookup(".chart-figures") instanceof Label label ? label.getText() : "");
        assertThat(figures).contains("Δt 10 s").contains("sensor-1").contains("n 101");
        until(() -> !table.rows().getItems().isEmpty()
                && table.rows().getItems().getFirst().figures().statistics().count() == 101);
        robot.push(KeyCode.ESCAPE);
        until(() -> !visible(chart, ".chart-figures"));
    }

    @Test
    void a_limit_is_dragged_and_moved_by_keyboard() throws Exception {
        onFx(() -> link.thresholds().add(new Threshold("t", "hot", "°C", Side.ABOVE, 23.0, 25.0, 0.5)));
        until(() -> chart.lookup(".chart-limit-name") != null);
        double y = onFx(() -> chart.geometry()
                .y(Objects.requireNonNull(chart.shown()).frame().scales().getFirst(), 25));
        drag(500, y, 500, y - 20, MouseButton.PRIMARY);
        double dragged = Objects.requireNonNull(onFx(() -> link.thresholds().getFirst()).critical());
        assertThat(dragged).isGreaterThan(25.2);
        push(KeyCode.DOWN, KeyCode.ALT);
        assertThat(onFx(() -> link.thresholds().getFirst()).critical()).isLessThan(dragged);
        assertThat(onFx(() -> link.views().canUndo())).isFalse();
    }

    @Test
    void notes_are_written_changed_and_taken_away_by_keyboard() throws Exception {
        robot.push(KeyCode.N);
        robot.write("door opened");
        robot.push(KeyCode.ENTER);
        until(() -> link.annotations().size() == 1 && chart.isFocused());
        robot.push(KeyCode.ENTER);
        robot.write("door closed");
        robot.push(KeyCode.ENTER);
        until(() -> link.annotations().getFirst().text().equals("door closed") && chart.isFocused());
        robot.push(KeyCode.DELETE);
        assertThat(onFx(() -> link.annotations().isEmpty())).isTrue();
    }

    @Test
    void limits_are_set_changed_and_taken_away_by_keyboard() throws Exception {
        robot.push(KeyCode.L);
        until(() -> field("#limit-name").isFocused());
        robot.targetWindow(onFx(() -> field("#limit-name").getScene().getWindow()));
        robot.write("hot").push(KeyCode.ENTER);
        assertThat(onFx(() -> text(".limit-fault"))).isEqualTo("Type at least one limit.");
        onFx(() -> {
            field("#limit-warn-above").requestFocus();
            return true;
        });
        robot.write("23");
        picture("limits");
        robot.push(KeyCode.ENTER);
        until(() -> link.thresholds().size() == 1 && chart.isFocused());
        assertThat(onFx(() -> link.thresholds().getFirst().name())).isEqualTo("hot");
        robot.push(KeyCode.M);
        robot.push(KeyCode.ENTER);
        until(() -> field("#limit-warn-above").getText().equals("23"));
        robot.push(KeyCode.ESCAPE);
        until(() -> chart.isFocused());
        robot.push(KeyCode.DELETE);
        assertThat(onFx(() -> link.thresholds().isEmpty())).isTrue();
    }

    @Test
    void a_note_is_moved_in_time_by_mouse_and_keyboard_and_what_the_program_marked_is_not() throws Exception {
        long at = START - 30_000;
        onFx(() -> {
            link.annotations().add(new Annotation("n", at, "door opened", Annotation.Kind.BY_HAND));
            chart.setAnnotations(
                    List.of(new Annotation("a", START - 50_000, "link lost", Annotation.Kind.AUTOMATIC)));
            return true;
        });
        until(() -> chart.lookup(".chart-flag") != null);
        double x = onFx(() -> chart.geometry().x(Objects.requireNonNull(chart.shown()).frame(), at));
        drag(x, 100, x + 100, 100, MouseButton.PRIMARY);
        long dragged = onFx(() -> link.annotations().getFirst().time());
        assertThat(dragged - at).isBetween(5_000L, 8_000L);
        push(KeyCode.LEFT, KeyCode.ALT);
        assertThat(onFx(() -> link.annotations().getFirst().time())).isEqualTo(dragged - 600);
        assertThat(onFx(() -> link.views().canUndo())).isFalse();
        robot.push(KeyCode.M);
        until(() -> chart.getAccessibleText().contains("link lost"));
        robot.push(KeyCode.DELETE);
        assertThat(onFx(() -> chart.annotations())).hasSize(2);
    }

    @Test
    void the_table_hides_lines_shows_one_alone_and_lists_samples() throws Exception {
        until(() -> table.rows().getItems().size() == 2);
        onFx(() -> {
            table.rows().requestFocus();
            table.rows().getSelectionModel().select(0);
            return true;
        });
        until(() -> !table.samples().getItems().isEmpty());
        robot.push(KeyCode.SPACE);
        assertThat(onFx(() -> chart.visible())).extracting(ChartSeries::id).containsExactly("sensor-2");
        robot.push(KeyCode.S);
        assertThat(onFx(() -> chart.visible())).extracting(ChartSeries::id).containsExactly("sensor-1");
        robot.push(KeyCode.S);
        assertThat(onFx(() -> chart.visible())).hasSize(2);
    }

    @Test
    void the_table_writes_counts_as_the_window_writes_numbers() throws Exception {
        onFx(() -> {
            link.show(START - 120_000, START);
            return true;
        });
        until(() -> !table.rows().getItems().isEmpty() && cell("Count", 0).equals("1,091"));
    }

    private String cell(String column, int row) {
        return table.rows()
                .getColumns()
                .stream()
                .filter(each -> each.getText().equals(column))
                .map(each -> String.valueOf(each.getCellData(row)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saves_what_is_shown_with_where_it_comes_from() throws Exception {
        robot.push(KeyCode.E);
        robot.push(KeyCode.P);
        assertThat(saved).hasSize(2);
        String csv = new String(bytes(saved.getFirst()), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("# Chart,ecs\r\n# Backend,ecs\r\n# Window,")
                .contains("# Zone,Europe/Paris")
                .contains("# Shown as,raw")
                .contains("series,unit,time,epoch_ms,value,min,max\r\nsensor-1,°C,");
        assertThat(csv.lines().filter(line -> line.startsWith("sensor-1"))).hasSize(491);
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes(saved.get(1)))).getWidth()).isGreaterThan(900);
        Files.createDirectories(Path.of("target", "screens"));
        Files.write(Path.of("target", "screens", "chart-saved.png"), bytes(saved.get(1)));
    }

    @Test
    void every_action_is_in_the_menu_and_none_is_missing_a_text() throws Exception {
        for (ChartAction action : ChartAction.values()) {
            assertThat(action.text(chart.texts())).isNotBlank();
            assertThat(action.shortcut().getDisplayText()).isNotBlank();
            onFx(() -> {
                chart.run(action);
                return true;
            });
        }
        robot.push(KeyCode.ESCAPE);
        drawn();
    }

    @ParameterizedTest
    @CsvSource({"light,1,en", "dark,1,fr", "light,1.5,en", "dark,2,en"})
    void shows_all_that_it_has(String theme, double scale, String language) throws Exception {
        FxToolkit.cleanupStages();
        FxToolkit.setupFixture(() -> show(theme, scale, Locale.of(language)));
        onFx(() -> {
            link.thresholds().add(new Threshold("t", "hot", "°C", Side.ABOVE, 25.0, 26.5, 0.5));
            link.thresholds().add(new Threshold("u", "cold", "°C", Side.BELOW, 17.0, null, 0.5));
            link.annotations().add(new Annotation("n", START - 22_000, "door opened", Annotation.Kind.BY_HAND));
            chart.setAnnotations(
                    List.of(new Annotation("a", START - 55_000, "run started", Annotation.Kind.AUTOMATIC)));
            link.cursorAProperty().set(START - 18_000);
            link.cursorBProperty().set(START - 8_000);
            link.go(link.views().now().toggleLog("V"));
            return true;
        });
        drawn();
        onFx(() -> {
            link.crosshairProperty().set(START - 45_000);
            return true;
        });
        until(() -> visible(chart, ".chart-reading") && visible(other, ".chart-reading")
                && visible(chart, ".chart-figures") && !table.rows().getItems().isEmpty());
        onFx(() -> {
            table.rows().getSelectionModel().select(1);
            return true;
        });
        until(() -> !table.samples().getItems().isEmpty());
        WaitForAsyncUtils.waitForFxEvents(30);
        File file = Path.of("target", "screens", "charts-" + theme + "-" + scale + "-" + language + ".png").toFile();
        Files.createDirectories(file.getParentFile().toPath());
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(scale, scale));
        assertThat(ImageIO.write(SwingFXUtils.fromFXImage(onFx(() -> root.snapshot(sharp, null)), null), "png", file))
                .isTrue();
    }

    @Test
    void the_fx_thread_is_never_held_for_long_while_figures_of_many_samples_are_computed() throws Exception {
        MemorySamples many = new MemorySamples();
        for (int i = 0; i < 3_000_000; i++) {
            many.append(START - 3_000_000 + i, i % 100);
        }
        onFx(() -> {
            chart.setSeries(List.of(new ChartSeries("many", "many", "°C", many, 0)));
            link.show(START - 3_000_000, START);
            link.cursorAProperty().set(START - 3_000_000);
            link.cursorBProperty().set(START);
            return true;
        });
        // Time that the thread worked or waited for a lock, and not what else the machine does.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        threads.setThreadContentionMonitoringEnabled(true);
        long worst = 0;
        while (!onFx(() -> visible(chart, ".chart-figures"))) {
            long before = onFx(() -> held(threads));
            worst = Math.max(worst, onFx(() -> held(threads)) - before);
        }
        assertThat(Duration.ofNanos(worst)).isLessThan(Duration.ofMillis(250));
        assertThat(onFx(() -> chart.decimation())).matches("min/max of \\d,\\d{3} per pixel");
    }

    private static long held(ThreadMXBean threads) {
        long id = Thread.currentThread().threadId();
        return threads.getThreadCpuTime(id) + threads.getThreadInfo(id).getBlockedTime() * 1_000_000;
    }

    private static byte[] bytes(ChartFile file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.body().writeTo(out);
        return out.toByteArray();
    }

    private TextField field(String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private String text(String style) {
        return robot.lookup(style).queryAs(Label.class).getText();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents(10);
        Path folder = Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(SwingFXUtils.fromFXImage(onFx(() -> field("#limit-name").getScene().snapshot(null)), null),
                "png", folder.resolve(name + ".png").toFile());
    }

    private static String state(LiveChart of) {
        return of.lookup(".chart-state") instanceof Label label ? label.getText() : "";
    }

    private static boolean visible(LiveChart of, String style) {
        Node node = of.lookup(style);
        return node != null && node.isVisible() && node.getParent().isVisible();
    }

    private void moveTo(double x, double y) throws Exception {
        robot.moveTo(onFx(() -> chart.localToScreen(x, y)));
    }

    private void drag(double x, double y, double toX, double toY, MouseButton button) throws Exception {
        moveTo(x, y);
        robot.press(button);
        moveTo((x + toX) / 2, (y + toY) / 2);
        moveTo(toX, toY);
        robot.release(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void push(KeyCode key, KeyCode... with) {
        robot.press(with).push(key).release(with);
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(PATIENCE).until(() -> onFx(holds));
    }

    private static <T> T onFx(Callable<T> asked) throws Exception {
        return WaitForAsyncUtils.asyncFx(asked).get();
    }
}
