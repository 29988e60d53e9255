package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The crosshair, which snaps to samples, and the values of all lines there. Values are looked up beside the drawing. FX thread. */
final class Crosshair {
    private static final int MOST_ROWS = 12;
    /** Of these, so many at least are for lines that have a gap there. */
    private static final int MISSING_ROWS = 3;

    private final LiveChart chart;
    private final Latest snaps = new Latest();
    private final Latest lookups = new Latest();
    private final Line line = new Line();
    private final Label moment = new Label();
    private final Label rest = new Label();
    private final VBox reading = new VBox(moment, rest);
    private final Group group = new Group(line, reading);
    private final List<ReadingRow> rows = new ArrayList<>();
    private int out;
    private Readings found = Readings.NONE;
    private @Nullable String nearest;

    Crosshair(LiveChart chart) {
        this.chart = chart;
        group.setManaged(false);
        group.setMouseTransparent(true);
        line.getStyleClass().add("chart-cross");
        reading.getStyleClass().add("chart-reading");
        moment.getStyleClass().add("chart-reading-time");
        rest.getStyleClass().add("chart-reading-time");
        group.setVisible(false);
    }

    Node node() {
        return group;
    }

    /** Snaps to the sample that is nearest to a place of the plot, for all linked charts. */
    void point(double x, double y) {
        Drawn shown = chart.shown();
        Geometry place = chart.geometry();
        if (shown == null || place.isEmpty()) {
            return;
        }
        Frame frame = shown.frame();
        double column = (x - place.left()) / place.width() * frame.width();
        double row = place.down(y) * frame.height();
        snaps.ask(() -> Optional.ofNullable(Nearest.of(frame, column, row)), hit -> {
            nearest = hit.map(each -> each.line().id()).orElse(null);
            chart.link().crosshairProperty().set(hit.map(each -> each.sample().time()).orElse(null));
        });
    }

    /** Goes to the sample before or after, of the line that is nearest. */
    void step(boolean forward) {
        List<ChartSeries> lines = chart.visible();
        if (lines.isEmpty()) {
            return;
        }
        Samples samples = lines.stream()
                .filter(each -> each.id().equals(nearest))
                .findFirst()
                .orElse(lines.getFirst())
                .samples();
        Long at = chart.link().crosshairProperty().get();
        TimeWindow.Fixed span = chart.link().span();
        long time = at == null ? (span.from() + span.to()) / 2 : at;
        snaps.ask(() -> Optional.ofNullable(
                forward ? samples.atOrAfter(time + 1) : samples.atOrBefore(time - 1)), next -> {
                    chart.link().pause();
                    next.ifPresent(sample -> chart.link().crosshairProperty().set(sample.time()));
                });
    }

    /** Looks the values up again, as the crosshair or the picture moved. */
    void refresh() {
        Drawn shown = chart.shown();
        Long time = chart.link().crosshairProperty().get();
        if (shown == null || time == null) {
            group.setVisible(false);
            return;
        }
        Frame frame = shown.frame();
        lookups.ask(() -> Readings.at(frame, time), all -> {
            found = all;
            place(frame, time);
        });
    }

    private void place(Frame frame, long time) {
        Geometry place = chart.geometry();
        double x = place.x(frame, time);
        boolean seen = x >= place.left() && x <= place.right() && chart.link().crosshairProperty().get() != null;
        group.setVisible(seen);
        if (!seen) {
            return;
        }
        line.setStartX(Math.floor(x) + 0.5);
        line.setEndX(Math.floor(x) + 0.5);
        line.setStartY(place.top());
        line.setEndY(place.bottom());
        List<Nearest> shown = shownRows();
        rest.setText(found.size() > MOST_ROWS ? chart.texts().get("more", found.size() - MOST_ROWS) : "");
        moment.setText(chart.rulers().moment(time));
        List<Readings.Missing> missing = missingRows();
        setOut(shown.size() + missing.size());
        for (int i = 0; i < shown.size(); i++) {
            Nearest each = shown.get(i);
            ReadingRow row = rows.get(i);
            row.show(each.line().label(), value(each), chart.colourOf(each.line().colour()),
                    each.line().id().equals(nearest));
            row.place(place.x(frame, each.sample().time()), y(frame, each, place), place);
        }
        for (int i = 0; i < missing.size(); i++) {
            ChartSeries each = missing.get(i).line();
            rows.get(shown.size() + i)
                    .show(each.label(), reason(missing.get(i)), chart.colourOf(each.colour()), false);
            rows.get(shown.size() + i).noPlace();
        }
        reading.applyCss();
        reading.autosize();
        double left = x + place.em() + reading.getWidth() > place.right()
                ? x - place.em() - reading.getWidth()
                : x + place.em();
        reading.relocate(Math.rint(Math.max(0, left)), Math.rint(place.top() + 1.6 * place.em()));
        chart.say(text(time));
    }

    /** All values, or those around the one that is nearest. */
    private List<Nearest> shownRows() {
        List<Nearest> values = found.values();
        int most = MOST_ROWS - missingRows().size();
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            at = values.get(i).line().id().equals(nearest) ? i : at;
        }
        int from = Math.clamp(at - most / 2, 0, Math.max(0, values.size() - most));
        return values.subList(from, Math.min(values.size(), from + most));
    }

    /** The lines that have a gap there, as far as there is room. */
    private List<Readings.Missing> missingRows() {
        int most = Math.max(MISSING_ROWS, MOST_ROWS - found.values().size());
        return found.missing().subList(0, Math.min(most, found.missing().size()));
    }

    private String reason(Readings.Missing missing) {
        return missing.reason().isEmpty() ? chart.texts().get("gap") : missing.reason();
    }

    /** Has as many rows in their place as there is something to show in. */
    private void setOut(int count) {
        rest.setVisible(!rest.getText().isEmpty());
        rest.setManaged(rest.isVisible());
        if (out == count) {
            return;
        }
        out = count;
        while (rows.size() < count) {
            rows.add(new ReadingRow());
        }
        List<ReadingRow> used = rows.subList(0, count);
        List<Node> nodes = new ArrayList<>(List.of(line));
        used.forEach(row -> nodes.add(row.dot()));
        nodes.add(reading);
        group.getChildren().setAll(nodes);
        List<Node> lines = new ArrayList<>(List.of(moment));
        used.forEach(row -> lines.add(row.row()));
        lines.add(rest);
        reading.getChildren().setAll(lines);
    }

    private double y(Frame frame, Nearest each, Geometry place) {
        int axis = Math.max(0, chart.units().indexOf(each.line().unit()));
        return place.y(frame.scales().get(Math.min(axis, frame.scales().size() - 1)), each.sample().value());
    }

    private String value(Nearest each) {
        String unit = chart.unitOf(each.line());
        return chart.rulers().value(each.sample().value()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private String text(long time) {
        StringBuilder text = new StringBuilder(chart.rulers().moment(time));
        chart.annotations()
                .stream()
                .filter(mark -> mark.time() == time)
                .forEach(mark -> text.append(", ").append(mark.text()));
        shownRows().forEach(each -> text.append(", ").append(each.line().label()).append(' ').append(value(each)));
        missingRows()
                .forEach(each -> text.append(", ").append(each.line().label()).append(": ").append(reason(each)));
        return text.toString();
    }
}
