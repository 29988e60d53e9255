package com.sentori.console.boards;

import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.MemorySamples;
import com.sentori.console.charts.Sketch;
import com.sentori.console.dashboards.Content.Figure;
import com.sentori.console.sources.Line;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.kordamp.ikonli.javafx.FontIcon;

/** A figure as a large number, with its name above and its course below it. */
final class StatTile extends Region {
    private static final int COLUMNS = 120;
    private static final int ROWS = 30;
    private static final double COURSE = 0.3;
    private static final double LEAST_SIZE = 14;
    private static final double MOST_SIZE = 44;
    private static final double LETTER = 0.62;

    private final Label name = new Label();
    private final Label value = new Label();
    private final List<double[]> pieces = new ArrayList<>();
    private final List<Polyline> course = new ArrayList<>();

    StatTile(Figure figure, Locale locale) {
        getStyleClass().addAll("stat-tile", Tones.style(figure.tone()));
        name.setText(figure.label());
        name.getStyleClass().add("stat-name");
        value.setText(figure.text());
        value.getStyleClass().add("stat-value");
        String icon = Tones.icon(figure.tone());
        if (!icon.isEmpty()) {
            value.setGraphic(new FontIcon(icon));
        }
        figure.course().stream().filter(each -> each.size() > 1).forEach(each -> sketch(each, locale));
        getChildren().addAll(course);
        getChildren().addAll(name, value);
    }

    private void sketch(Line line, Locale locale) {
        MemorySamples samples = new MemorySamples();
        for (int i = 0; i < line.size(); i++) {
            if (Double.isFinite(line.values()[i])) {
                samples.append(line.times()[i], line.values()[i]);
            }
        }
        if (samples.size() > 1) {
            long first = line.times()[0];
            long last = line.times()[line.size() - 1];
            // A sketch ends before its end: the last point has a column of its own.
            Sketch.of(List.of(new ChartSeries("", "", samples, 0)), first, last + (last - first) / (COLUMNS - 1) + 1,
                    COLUMNS, ROWS, locale, ZoneOffset.UTC)
                    .lines()
                    .forEach(each -> pieces.addAll(each.pieces()));
        }
        pieces.forEach(_ -> {
            Polyline drawn = new Polyline();
            drawn.getStyleClass().add("stat-course");
            course.add(drawn);
        });
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double top = name.getText().isEmpty() ? 0 : name.prefHeight(width);
        double below = course.isEmpty() ? 0 : height * COURSE;
        double room = Math.max(LEAST_SIZE, height - top - below);
        double size = Math.clamp(Math.min(room * 0.7, width * 0.9 / Math.max(1, value.getText().length() * LETTER)),
                LEAST_SIZE, MOST_SIZE);
        value.setStyle("-fx-font-size: " + Math.rint(size) + "px;");
        name.resizeRelocate(0, 0, width, top);
        value.resizeRelocate(0, top, width, room);
        for (int i = 0; i < course.size(); i++) {
            double[] shares = pieces.get(i);
            List<Double> points = new ArrayList<>(shares.length);
            for (int j = 0; j < shares.length; j += 2) {
                points.add(shares[j] * width);
                points.add(height - below + 2 + shares[j + 1] * (below - 4));
            }
            course.get(i).getPoints().setAll(points);
        }
    }
}
