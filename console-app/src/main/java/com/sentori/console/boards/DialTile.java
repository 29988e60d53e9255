package com.sentori.console.boards;

import com.sentori.console.dashboards.Content.Figure;
import com.sentori.console.dashboards.Content.Mark;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;

/** A figure on a dial, with its thresholds around it. */
final class DialTile extends Region {
    private static final double BEGIN = 210;
    private static final double WHOLE = 240;
    private static final double THICK = 0.2;
    private static final double RIM = 3;
    /** Smaller dials have no room for what they begin and end with. */
    private static final double ENDS_FROM = 44;

    private final Arc ground = arc("dial-ground");
    private final Arc value = arc("dial-value");
    private final List<Arc> rim = new ArrayList<>();
    private final List<Mark> marks;
    private final Label text = new Label();
    private final Label name = new Label();
    private final Label least = new Label();
    private final Label greatest = new Label();
    private final double share;

    DialTile(Figure figure) {
        share = figure.share();
        marks = figure.marks().size() < 2 ? List.of() : figure.marks();
        getStyleClass().addAll("dial-tile", Tones.style(figure.tone()));
        getChildren().addAll(ground, value);
        for (Mark each : marks) {
            Arc part = arc("dial-rim");
            part.getStyleClass().add(Tones.style(each.tone()));
            rim.add(part);
            getChildren().add(part);
        }
        text.setText(figure.text());
        text.getStyleClass().addAll("stat-value", "dial-text");
        name.setText(figure.label());
        name.getStyleClass().addAll("stat-name", "dial-text");
        least.setText(figure.least());
        greatest.setText(figure.greatest());
        List.of(least, greatest).forEach(each -> each.getStyleClass().add("dial-end"));
        greatest.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(text, name, least, greatest);
    }

    private static Arc arc(String style) {
        Arc arc = new Arc();
        arc.setType(ArcType.OPEN);
        arc.setFill(null);
        arc.getStyleClass().add(style);
        return arc;
    }

    private static void place(Arc arc, double x, double y, double radius, double from, double to, double width) {
        arc.setCenterX(x);
        arc.setCenterY(y);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
        arc.setStartAngle(BEGIN - from * WHOLE);
        arc.setLength(-(to - from) * WHOLE);
        arc.setStrokeWidth(width);
    }

    @Override
    protected void layoutChildren() {
        double foot = name.getText().isEmpty() ? 0 : name.prefHeight(getWidth());
        double end = least.prefHeight(-1);
        double height = getHeight() - foot;
        double radius = Math.max(8, Math.min(getWidth() / 2 - 8, (height - end * 0.5) / 1.62) - RIM * 2);
        double x = getWidth() / 2;
        double y = radius + RIM * 2;
        double thick = radius * THICK;
        double middle = radius - thick / 2 - RIM;
        place(ground, x, y, middle, 0, 1, thick);
        place(value, x, y, middle, 0, share, thick);
        for (int i = 0; i < rim.size(); i++) {
            double from = marks.get(i).at();
            double to = i + 1 < rim.size() ? marks.get(i + 1).at() : 1;
            place(rim.get(i), x, y, radius, from, to, RIM);
        }
        boolean room = radius > ENDS_FROM;
        least.setVisible(room);
        greatest.setVisible(room);
        double size = Math.clamp(Math.min(radius * 0.5, radius * 2 / Math.max(1, text.getText().length())), 11, 40);
        text.setStyle("-fx-font-size: " + Math.rint(size) + "px;");
        double line = text.prefHeight(-1);
        text.resizeRelocate(x - middle, y - line * 0.6, middle * 2, line);
        double bottom = Math.min(y + radius * 0.62, height - end);
        least.resizeRelocate(Math.max(0, x - radius - RIM), bottom, radius, end);
        greatest.resizeRelocate(x, bottom, Math.min(radius + RIM, getWidth() - x), end);
        name.resizeRelocate(0, height, getWidth(), foot);
    }
}
