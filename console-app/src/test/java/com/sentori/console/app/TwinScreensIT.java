package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.live.LiveHalf;
import com.sentori.console.live.LiveRun;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A scenario on two backends, from the form to the comparison, in both languages and looks; pictures go to target/screens. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class TwinScreensIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SETTLED = 12;

    private final Stagehand fx = new Stagehand();
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();
    private Console console;

    @BeforeEach
    void open() throws Exception {
        ecs.listRuns();
        serverless.listRuns();
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        console = fx.call(() -> {
            Console opened = new Console(new Settings(List.of(BackendProfile.of("ecs", ecs.url()),
                    BackendProfile.of("serverless", serverless.url())), false, "en"), null, "tester");
            window.setScene(opened.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
            return opened;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @Test
    void compares_both_halves_of_a_scenario() throws Exception {
        fx.run(() -> console.start().chooseScenario("faulty"));
        fx.until("the form could be started", PATIENCE, () -> console.start().scenarioProperty().get() != null
                && console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().durationProperty().set("6 s");
            console.start().thresholdsProperty().set("p(95)<200, fast");
        });
        take("start-scenario");
        assertThat(console.start().blockedProperty().get()).isEqualTo("Correct the marked fields.");
        fx.run(() -> {
            console.start().thresholdsProperty().set("p(95)<200, temperature:max<=90");
            console.start().start();
        });
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        fx.until("points had arrived from both", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() > 200));
        take("twins-live");
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        for (LiveHalf half : run.halves()) {
            assertThat(half.state().passed()).as(half.name() + " " + half.state().check()).isTrue();
        }
        take("twins-end");
        double charts = fx.call(this::partOfTheCharts);
        assertThat(charts).isGreaterThanOrEqualTo(0.5);
        fx.run(() -> console.main().show(Look.DARK));
        take("twins-end-dark");
        standsOut(Look.LIGHT, Color.WHITE, 4.5);
        standsOut(Look.DARK, Color.web("#0d1117"), 4.5);
        standsOut(Look.HIGH_CONTRAST, Color.BLACK, 7);
        fx.run(() -> console.main().show(Look.LIGHT));
        fitsInto("larger", 125);
        fitsInto("largest", Settings.LARGEST);
        fx.run(() -> console.texts().use(Locale.FRENCH));
        fitsInto("larger-fr", 150);
        fitsInto("largest-fr", Settings.LARGEST);
        fx.run(() -> console.main().scale(Settings.SMALLEST));
        take("twins-end-fr");
        // What had to give way while everything was larger is back.
        assertThat(fx.call(this::partOfTheCharts)).isCloseTo(charts, within(0.02));
        assertThat(rows()).contains("Manquantes ici|0|0").contains("Différentes|0|0");

        takeAt200("twins-end-fr-200");
        fx.run(() -> console.texts().use(Locale.ENGLISH));
        takeAt200("twins-end-200");

        // By the keyboard alone: to the sensors, and back.
        fx.run(() -> console.scene().lookup("#compare").requestFocus());
        new FxRobot().type(KeyCode.SPACE);
        fx.until("the sensors were shown", PATIENCE, () -> console.scene().lookup("#sensorList").isVisible());
        hidesAndShowsSensorsByKeyboard(run);
        fx.run(() -> console.scene().lookup("#compare").requestFocus());
        new FxRobot().type(KeyCode.SPACE);
        fx.until("the comparison was shown", PATIENCE, () -> console.scene().lookup("#twins").isVisible());
    }

    @Test
    void what_was_received_stays_in_sight_when_its_backend_is_away_for_longer_than_the_window() throws Exception {
        fx.run(() -> console.start().durationProperty().set("4 s"));
        fx.until("the form could be started", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> console.start().start());
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        fx.until("points had arrived from both", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() > 10));
        ecs.suffer(FaultyBackend.Fault.SILENT);
        serverless.suffer(FaultyBackend.Fault.BROKEN_OFF);
        fx.until("both were lost for longer than the window", PATIENCE, () -> run.halves()
                .stream()
                .allMatch(half -> half.isStale()
                        && Objects.requireNonNull(half.age()).compareTo(Duration.ofSeconds(8)) > 0));
        take("twins-lost");
        fx.run(() -> {
            assertThat(charts()).hasSize(2);
            assertThat(Nodes.under(console.scene().getRoot())
                    .filter(node -> node.getStyleClass().contains("chart-empty") && Nodes.isSeen(node))).isEmpty();
        });
        ecs.suffer(FaultyBackend.Fault.NONE);
        serverless.suffer(FaultyBackend.Fault.NONE);
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
    }

    /** On every screen, whatever it shows: no text is cut, and nothing has to be scrolled sideways but tables. */
    private void fitsInto(String name, int percent) throws InterruptedException {
        fx.run(() -> console.main().scale(percent));
        for (Place place : Place.values()) {
            fx.run(() -> console.desk().go(place));
            if (place == Place.DASHBOARDS) {
                fx.run(console.dashboards()::again);
                fx.until("all panels were answered", PATIENCE, console.dashboards()::isAnswered);
            }
            take(name + "-" + place.name().toLowerCase(Locale.ROOT));
            fx.run(() -> {
                assertThat(Nodes.clipped(console.scene().getRoot())).as(name + " " + place).isEmpty();
                assertThat(Nodes.sideways(console.scene())).as(name + " " + place).isNotPositive();
            });
        }
        for (Sheet sheet : List.of(Sheet.PALETTE, Sheet.SHORTCUTS)) {
            fx.run(() -> console.palette().toggle(sheet));
            take(name + "-" + sheet.name().toLowerCase(Locale.ROOT));
            fx.run(() -> {
                assertThat(Nodes.clipped(console.scene().getRoot())).as(name + " " + sheet).isEmpty();
                console.palette().close();
            });
        }
        fx.run(() -> console.desk().go(Place.LIVE));
    }

    /** Every text, and every line of a chart from what it is drawn on (WCAG 2.2, 1.4.11). */
    private void standsOut(Look look, Color ground, double least) throws Exception {
        fx.run(() -> console.main().show(look));
        take("twins-end-look-" + look);
        fx.run(() -> {
            assertThat(Contrast.below(least, console.scene().getRoot())).as("texts, " + look).isEmpty();
            for (int i = 0; i < 8; i++) {
                assertThat(Contrast.ratio(charts().getFirst().colourOf(i), ground)).as("line " + i + ", " + look)
                        .isGreaterThanOrEqualTo(3);
            }
        });
    }

    private void hidesAndShowsSensorsByKeyboard(LiveRun run) throws Exception {
        ListView<?> sensors = fx.call(() -> (ListView<?>) console.scene().lookup("#sensors"));
        fx.run(() -> {
            sensors.requestFocus();
            sensors.getSelectionModel().select(1);
        });
        String second = run.sensors().get(1);
        new FxRobot().type(KeyCode.SPACE);
        fx.until("the sensor was hidden", PATIENCE, () -> hidden().contains(second)
                && hidden().stream().allMatch(line -> line.startsWith(second)));
        take("sensors-hidden");
        new FxRobot().type(KeyCode.S);
        fx.until("it was alone", PATIENCE, () -> !hidden().contains(second)
                && hidden().containsAll(run.sensors().stream().filter(each -> !each.equals(second)).toList()));
        fx.run(() -> console.main().show(Look.DARK));
        take("sensors-alone-dark");
        fx.run(() -> {
            console.main().show(Look.LIGHT);
            console.live().tablesProperty().set(true);
        });
        fx.until("the tables said so", PATIENCE, () -> tableRows().stream()
                .anyMatch(text -> text.endsWith("(hidden)")));
        take("sensors-alone-tables");
        fx.run(() -> assertThat(Nodes.clipped(console.scene().getRoot())).isEmpty());
        fx.run(() -> console.live().tablesProperty().set(false));
        new FxRobot().type(KeyCode.S);
        fx.until("all were shown", PATIENCE, () -> hidden().isEmpty());
    }

    private Set<String> hidden() {
        return Set.copyOf(console.live().link().hidden());
    }

    private List<String> tableRows() {
        TableView<?> table = (TableView<?>) console.scene().lookup(".chart-table .table-view");
        return table.getItems()
                .stream()
                .map(row -> String.valueOf(table.getColumns().getFirst().getCellData(table.getItems().indexOf(row))))
                .toList();
    }

    private void takeAt200(String name) throws InterruptedException {
        fx.run(() -> charts().forEach(chart -> chart.setOutputScale(2)));
        fx.frames(2 * SETTLED);
        fx.call(() -> new Pictures(console.scene(), Path.of("target", "screens")).take(name, 2));
        fx.run(() -> charts().forEach(chart -> chart.setOutputScale(0)));
    }

    private double partOfTheCharts() {
        return ((SplitPane) console.scene().lookup("#split")).getDividerPositions()[0];
    }

    private List<LiveChart> charts() {
        return console.scene()
                .getRoot()
                .lookupAll(".live-chart")
                .stream()
                .filter(LiveChart.class::isInstance)
                .map(LiveChart.class::cast)
                .toList();
    }

    private List<String> rows() throws InterruptedException {
        return fx.call(() -> {
            TableView<?> table = (TableView<?>) console.scene().lookup(".twins .table-view");
            return table.getItems()
                    .stream()
                    .map(row -> row.toString()
                            .replaceAll("Row\\[name=(.*), left=(.*), right=(.*), bad=.*", "$1|$2|$3"))
                    .toList();
        });
    }

    private void take(String name) throws InterruptedException {
        fx.frames(SETTLED);
        fx.call(() -> new Pictures(console.scene(), Path.of("target", "screens")).take(name));
    }
}
