package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * The twin of a chart for keyboard and screen reader, and its legend: a row for each line with its newest value, its values at the crosshair and the cursors,
 * and figures of all samples between the cursors or, without both, in the span that is seen; beside it the samples of the row that is selected. Space hides a
 * line or shows it, S shows it alone. It computes beside the drawing, once a second, and only while it is in sight. FX thread.
 */
public final class SeriesTable extends HBox implements AutoCloseable {
    private static final long BEAT_NANOS = 1_000_000_000;
    private static final int MOST_SAMPLES = 1_000;
    private static final double TIME_WIDTH = 112;
    private static final double NUMBER_WIDTH = 96;
    private static final double SAMPLES_WIDTH = 232;

    private final LiveChart chart;
    private final TableView<SeriesRow> rows = new TableView<>();
    private final TableView<Sample> samples = new TableView<>();
    private final Latest latest = new Latest();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (now - refreshed > BEAT_NANOS) {
                refreshed = now;
                refresh();
            }
        }
    };
    private final Sight sight;
    private List<ChartSeries> listed = List.of();
    private long refreshed;

    /** What one refresh found: figures by line, and the samples of one. */
    private record Found(List<SeriesRow.Figures> figures, List<Sample> samples) {}

    /** Of a chart. */
    public SeriesTable(LiveChart chart) {
        this.chart = chart;
        ChartTexts texts = chart.texts();
        getStyleClass().add("chart-table");
        rows.getStyleClass().add("dense");
        samples.getStyleClass().add("dense");
        rows.setAccessibleText(texts.get("table", chart.title()));
        rows.setAccessibleHelp(texts.get("table.help"));
        rows.setPlaceholder(new Label(texts.get("table.empty")));
        rows.getColumns().add(name());
        number("newest", row -> value(row.figures().newest()));
        number("newest.time", row -> time(row.figures().newest())).setPrefWidth(TIME_WIDTH);
        number("crosshair", row -> value(row.figures().crosshair()));
        number("a", row -> value(row.figures().a()));
        number("b", row -> value(row.figures().b()));
        number("difference", row -> number(row.figures().difference()));
        number("min", row -> number(row.figures().statistics().min()));
        number("max", row -> number(row.figures().statistics().max()));
        number("mean", row -> number(row.figures().statistics().mean()));
        number("slope", row -> number(row.figures().statistics().slope()));
        number("count", row -> chart.rulers().count(row.figures().statistics().count()));
        number("dropped", row -> chart.rulers().count(row.line().samples().dropped()));
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        rows.getSelectionModel().selectedItemProperty().subscribe(_ -> refreshed = 0);
        samples.setAccessibleText(texts.get("table.samples"));
        samples.setPlaceholder(new Label(texts.get("table.samples.none")));
        TableColumn<Sample, String> time = column("time", sample -> chart.rulers().moment(sample.time()));
        time.setPrefWidth(TIME_WIDTH);
        samples.getColumns().add(time);
        samples.setMinWidth(SAMPLES_WIDTH);
        samples.setPrefWidth(SAMPLES_WIDTH);
        samples.getColumns().add(column("value", sample -> number(sample.value())));
        HBox.setHgrow(rows, Priority.ALWAYS);
        getChildren().setAll(rows, samples);
        sight = new Sight(this, seen -> {
            refreshed = 0;
            if (seen) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    private TableColumn<SeriesRow, String> name() {
        TableColumn<SeriesRow, String> column = column("series", row -> row.line().label()
                + (isHidden(row.line()) ? " " + chart.texts().get("table.hidden") : ""));
        column.setCellFactory(_ -> new SeriesCell(chart));
        column.setPrefWidth(160);
        return column;
    }

    private TableColumn<SeriesRow, String> number(String key, Function<SeriesRow, String> text) {
        TableColumn<SeriesRow, String> column = column(key, text);
        column.getStyleClass().add("number-column");
        column.setPrefWidth(NUMBER_WIDTH);
        rows.getColumns().add(column);
        return column;
    }

    private <T> TableColumn<T, String> column(String key, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(chart.texts().get("table." + key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void typed(KeyEvent event) {
        SeriesRow row = rows.getSelectionModel().getSelectedItem();
        if (row == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            toggle(row.line());
        } else if (event.getCode() == KeyCode.S) {
            solo(row.line());
        } else {
            return;
        }
        event.consume();
    }

    private boolean isHidden(ChartSeries line) {
        return chart.link().hidden().contains(line.id());
    }

    /** Hides a line, or shows it. */
    void toggle(ChartSeries line) {
        if (!chart.link().hidden().remove(line.id())) {
            chart.link().hidden().add(line.id());
        }
        rows.refresh();
    }

    /** Shows a line alone; all, if it was alone already. */
    void solo(ChartSeries line) {
        boolean alone = chart.visible().equals(List.of(line));
        chart.link().hidden().clear();
        if (!alone) {
            chart.link()
                    .hidden()
                    .addAll(chart.series()
                            .stream()
                            .map(ChartSeries::id)
                            .filter(id -> !id.equals(line.id()))
                            .collect(Collectors.toSet()));
        }
        rows.refresh();
    }

    private void refresh() {
        if (!chart.series().equals(listed)) {
            listed = chart.series();
            rows.getItems().setAll(listed.stream().map(SeriesRow::new).toList());
        }
        SeriesRow.Places places = SeriesRow.Places.of(chart.link());
        SeriesRow selected = rows.getSelectionModel().getSelectedItem();
        List<ChartSeries> lines = listed;
        latest.ask(() -> new Found(lines.stream().map(line -> SeriesRow.Figures.of(line, places)).toList(),
                selected == null ? List.of() : newest(selected.line(), places)), found -> show(lines, found));
    }

    private void show(List<ChartSeries> lines, Found found) {
        if (lines.equals(listed)) {
            for (int i = 0; i < rows.getItems().size(); i++) {
                rows.getItems().get(i).show(found.figures().get(i));
            }
            rows.refresh();
            if (!samples.getItems().equals(found.samples())) {
                samples.getItems().setAll(found.samples());
            }
        }
    }

    /** The newest samples of a line in the span, the newest first. */
    private static List<Sample> newest(ChartSeries line, SeriesRow.Places places) {
        List<Sample> newest = new ArrayList<>();
        Sample next = line.samples().atOrBefore(places.span().to());
        while (next != null && next.time() >= places.span().from() && newest.size() < MOST_SAMPLES) {
            newest.add(next);
            next = line.samples().atOrBefore(next.time() - 1);
        }
        return newest;
    }

    private String value(@Nullable Sample sample) {
        return sample == null ? "" : number(sample.value());
    }

    /** A value, or why there is none. */
    private String value(Reading reading) {
        Gap gap = reading.gap();
        return gap == null ? value(reading.sample()) : gap.reason().isEmpty() ? chart.texts().get("gap") : gap.reason();
    }

    private String time(@Nullable Sample sample) {
        return sample == null ? "" : chart.rulers().moment(sample.time());
    }

    private String number(double value) {
        return Double.isNaN(value) ? "" : chart.rulers().value(value);
    }

    /** The table of lines. */
    TableView<SeriesRow> rows() {
        return rows;
    }

    /** The samples of the line that is selected. */
    TableView<Sample> samples() {
        return samples;
    }

    /** Computes no more. */
    @Override
    public void close() {
        sight.close();
    }
}
