package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The crosshair, which snaps to samples, and the values of all lines there. Values are looked up beside the drawing. FX thread. */
final class Crosshair {
    private static final int MOST_ROWS = 12;
    private static final double DOT = 3.5;

    private final LiveChart chart;
    private final Latest snaps = new Latest();
    private final Latest lookups = new Latest();
    private final Line line = new Line();
    private final VBox reading = new VBox();
    private final Group group = new Group(line, reading);
    private List<Nearest> found = List.of();
    private @Nullable String nearest;

    Crosshair(LiveChart chart) {
        this.chart = chart;
        group.setManaged(false);
        group.setMouseTransparent(true);
        line.getStyleClass().add("chart-cross");
        reading.getStyleClass().add("chart-reading");
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
        lookups.ask(() -> Nearest.all(frame, time), all -> {
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
        List<Node> nodes = new ArrayList<>(List.of(line));
        List<Node> rows = new ArrayList<>();
        rows.add(label(chart.rulers().moment(time), "chart-reading-time"));
        for (Nearest each : shownRows()) {
            nodes.add(dot(frame, each, place));
            rows.add(row(each));
        }
        if (found.size() > MOST_ROWS) {
            rows.add(label(chart.texts().get("more", found.size() - MOST_ROWS), "chart-reading-time"));
        }
        reading.getChildren().setAll(rows);
        nodes.add(reading);
        group.getChildren().setAll(nodes);
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
        int at = 0;
        for (int i = 0; i < found.size(); i++) {
            at = found.get(i).line().id().equals(nearest) ? i : at;
        }
        int from = Math.clamp(at - MOST_ROWS / 2, 0, Math.max(0, found.size() - MOST_ROWS));
        return found.subList(from, Math.min(found.size(), from + MOST_ROWS));
    }

    private Node dot(Frame frame, Nearest each, Geometry place) {
        Circle dot = new Circle(place.x(frame, each.sample().time()), y(frame, each, place), DOT,
                chart.colourOf(each.line().colour()));
        dot.getStyleClass().add("chart-dot");
        dot.setVisible(dot.getCenterY() >= place.top() && dot.getCenterY() <= place.bottom()
                && dot.getCenterX() <= place.right() && dot.getCenterX() >= place.left());
        return dot;
    }

    private double y(Frame frame, Nearest each, Geometry place) {
        int axis = Math.max(0, chart.units().indexOf(each.line().unit()));
        return place.y(frame.scales().get(Math.min(axis, frame.scales().size() - 1)), each.sample().value());
    }

    private Node row(Nearest each) {
        Circle swatch = new Circle(DOT, chart.colourOf(each.line().colour()));
        Label name = label(each.line().label(), "chart-reading-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = label(value(each), "chart-reading-value");
        if (each.line().id().equals(nearest)) {
            name.getStyleClass().add("chart-nearest");
            value.getStyleClass().add("chart-nearest");
        }
        HBox row = new HBox(swatch, name, gap, value);
        row.getStyleClass().add("chart-reading-row");
        return row;
    }

    private Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
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
        return text.toString();
    }
}
