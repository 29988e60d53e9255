package com.sentori.console.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * An {@link HBox} whose children go on in further lines where they have not the room that they need, so that nothing is cut and nothing has to be
 * scrolled sideways. Buttons and labels of one line need all that they say, sentences a column of text, others their least width. A {@link Region}
 * that grows between what is left and what is right is where the first line ends. FX thread.
 */
public final class WrapBox extends HBox {
    private static final double SENTENCE = 240;

    /** An empty one, as layouts make it. */
    public WrapBox() {}

    /** Of these. */
    public WrapBox(Node... children) {
        super(children);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides() + getManagedChildren().stream().mapToDouble(child -> child.minWidth(-1)).max().orElse(0);
    }

    /** Nothing is pressed together once there are more lines than one. */
    @Override
    protected double computeMinHeight(double width) {
        return lines(room(width)).size() > 1 ? computePrefHeight(width) : super.computeMinHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width);
        List<List<Node>> lines = lines(room);
        return snappedTopInset() + lines.stream().mapToDouble(line -> height(line, widths(line, lines, room))).sum()
                + gaps(lines) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        List<List<Node>> lines = lines(room);
        double top = snappedTopInset();
        for (List<Node> line : lines) {
            double[] widths = widths(line, lines, room);
            double height = lines.size() == 1 ? getHeight() - top - snappedBottomInset() : height(line, widths);
            double left = snappedLeftInset();
            for (int i = 0; i < widths.length; i++) {
                layoutInArea(line.get(i), left, top, widths[i], height, -1, null, true, isFillHeight(), HPos.LEFT,
                        getAlignment().getVpos());
                left += widths[i] + gap();
            }
            top += height + gap();
        }
    }

    private List<List<Node>> lines(double room) {
        List<Node> all = getManagedChildren();
        if (all.stream().mapToDouble(child -> least(child, room)).sum() + gaps(all) <= room) {
            return List.of(all);
        }
        List<List<Node>> lines = new ArrayList<>();
        List<Node> line = new ArrayList<>();
        double used = 0;
        for (Node child : all) {
            if ((isSpring(child) || used + least(child, room) > room) && !line.isEmpty()) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
            }
            if (!isSpring(child)) {
                line.add(child);
                used += least(child, room) + gap();
            }
        }
        lines.add(line);
        return lines;
    }

    /** As wide as they want to be; where that is too wide, all give way alike, and what is left is for those that grow, or for who is alone. */
    private double[] widths(List<Node> line, List<List<Node>> lines, double room) {
        if (line.size() == 1 && lines.size() > 1) {
            return new double[]{room};
        }
        double[] widths = line.stream().mapToDouble(child -> least(child, room)).toArray();
        double[] wanted = line.stream().mapToDouble(child -> snapSizeX(child.prefWidth(-1))).toArray();
        double needed = 0;
        double all = 0;
        for (int i = 0; i < widths.length; i++) {
            wanted[i] = Math.max(widths[i], wanted[i]);
            needed += widths[i];
            all += wanted[i];
        }
        double free = room - gaps(line);
        double share = Math.clamp((free - needed) / Math.max(1, all - needed), 0, 1);
        double more = Math.max(0, free - all) / line.stream().filter(WrapBox::grows).count();
        for (int i = 0; i < widths.length; i++) {
            widths[i] += (wanted[i] - widths[i]) * share + (grows(line.get(i)) ? more : 0);
        }
        return widths;
    }

    private double height(List<Node> line, double[] widths) {
        double height = 0;
        for (int i = 0; i < widths.length; i++) {
            height = Math.max(height, snapSizeY(line.get(i).prefHeight(widths[i])));
        }
        return height;
    }

    private static boolean isSpring(Node child) {
        return child.getClass() == Region.class && grows(child);
    }

    private static boolean grows(Node child) {
        return HBox.getHgrow(child) == Priority.ALWAYS;
    }

    private double least(Node child, double room) {
        double least = child.minWidth(-1);
        if (child instanceof Labeled labeled) {
            double all = child.prefWidth(-1);
            least = Math.max(least, labeled.isWrapText() ? Math.min(all, SENTENCE) : all);
        }
        return Math.min(room, snapSizeX(least));
    }

    /** For lines; all that they can want, if nobody has said. */
    private double room(double width) {
        return width < 0 ? Double.MAX_VALUE : Math.max(0, width - sides());
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double gap() {
        return snapSpaceX(getSpacing());
    }

    private double gaps(List<?> between) {
        return gap() * Math.max(0, between.size() - 1);
    }
}
