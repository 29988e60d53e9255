package com.sentori.console.charts;

import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The limits, notes and cursors that lie over the lines of a chart. FX thread. */
final class Marks {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Severity[] LIMITS = {Severity.WARN, Severity.CRITICAL};
    private static final int LONGEST = 40;
    /** Tells what people noted from what the program marked, beside the colour and the line. */
    private static final String PEN = "✎ ";

    private final LiveChart chart;
    private final Group group = new Group();
    private final List<Node> nodes = new ArrayList<>();

    Marks(LiveChart chart) {
        this.chart = chart;
        group.setManaged(false);
        group.setMouseTransparent(true);
    }

    Node node() {
        return group;
    }

    /** Puts everything to its place in a frame. */
    void place(Frame frame, List<Annotation> annotations) {
        nodes.clear();
        Geometry place = chart.geometry();
        ChartLink link = chart.link();
        for (Threshold threshold : link.thresholds()) {
            int axis = chart.units().indexOf(threshold.unit());
            for (Severity severity : LIMITS) {
                Double limit = threshold.limit(severity);
                if (axis >= 0 && axis < frame.scales().size() && limit != null) {
                    limit(threshold, severity, limit, place.y(frame.scales().get(axis), limit));
                }
            }
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Annotation note : annotations) {
            double x = place.x(frame, note.time());
            if (x >= place.left() && x <= place.right()) {
                boolean byHand = note.kind() == Annotation.Kind.BY_HAND;
                Label flag = upright(x, (byHand ? PEN : "") + shortened(note.text()), "chart-note-mark",
                        note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                flag.pseudoClassStateChanged(CHOSEN, note.id().equals(link.chosenProperty().get()));
                double width = Labels.width(flag.getText(), chart.labelFont()) + place.em();
                double begin = x + width > place.right() ? Math.max(place.left(), x - width) : x;
                flag.relocate(Math.floor(begin), Math.floor(place.top()));
                flag.setVisible(begin >= free);
                free = begin >= free ? begin + width : free;
            }
        }
        cursor(frame, link.cursorAProperty().get(), "A");
        cursor(frame, link.cursorBProperty().get(), "B");
        group.getChildren().setAll(nodes);
    }

    private void cursor(Frame frame, @Nullable Long time, String letter) {
        Geometry place = chart.geometry();
        double x = time == null ? Double.NaN : place.x(frame, time);
        if (x >= place.left() && x <= place.right()) {
            Label flag = upright(x, letter, "chart-cursor");
            flag.relocate(Math.floor(x), Math.floor(place.bottom() - 1.6 * place.em()));
        }
    }

    private void limit(Threshold threshold, Severity severity, double limit, double y) {
        Geometry place = chart.geometry();
        if (y < place.top() || y > place.bottom()) {
            return;
        }
        double at = Math.floor(y) + 0.5;
        Line line = new Line(place.left(), at, place.right(), at);
        String style = severity.name().toLowerCase(Locale.ROOT);
        line.getStyleClass().addAll("chart-limit", style);
        Label label = new Label(threshold.name() + " " + chart.rulers().value(limit));
        label.getStyleClass().addAll("chart-limit-name", style);
        label.setFont(chart.labelFont());
        boolean chosen = (threshold.id() + severity).equals(chart.link().chosenProperty().get());
        line.pseudoClassStateChanged(CHOSEN, chosen);
        label.pseudoClassStateChanged(CHOSEN, chosen);
        double width = Labels.width(label.getText(), chart.labelFont());
        // The names of two limits that lie close to each other stand on their far sides.
        boolean far = (threshold.side() == Threshold.Side.ABOVE) == (severity == Severity.CRITICAL);
        double room = 1.6 * place.em();
        boolean under = far ? at - place.top() < room : place.bottom() - at > room;
        label.relocate(Math.floor(place.right() - width - place.em()),
                Math.floor(under ? at + 1 : at - 1.45 * place.em()));
        nodes.add(line);
        nodes.add(label);
    }

    private Label upright(double x, String text, String... styles) {
        Geometry place = chart.geometry();
        double at = Math.floor(x) + 0.5;
        Line line = new Line(at, place.top(), at, place.bottom());
        line.getStyleClass().addAll(styles);
        Label flag = new Label(text);
        flag.getStyleClass().addAll(styles);
        flag.getStyleClass().add("chart-flag");
        flag.setFont(chart.labelFont());
        nodes.add(line);
        nodes.add(flag);
        return flag;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
