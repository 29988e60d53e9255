package com.sentori.console.charts;

import com.sentori.console.thresholds.Threshold;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Font;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What is on screen of a chart: the last finished raster, the ground below it, and what lies over it, all laid out for the same frame. FX thread. */
final class Sheet {
    /** Two of the feed's beats and then some. */
    private static final long USUAL_PATIENCE = 2_000;

    private final LiveChart chart;
    private final Label empty = new Label();
    private final Canvas canvas = new Canvas();
    private final ImageView plot = new ImageView();
    private final Ground ground;
    private final Marks marks;
    private final Crosshair crosshair;
    private final CursorFigures figures;
    private List<Double> axisWidths = List.of(0.0);
    private double outputScale;
    private boolean stirred = true;
    private long patience = USUAL_PATIENCE;
    private long frames;
    private @Nullable Geometry placed;
    private @Nullable Drawn shown;
    private @Nullable Look painted;

    /** What the ground and the marks were painted for. */
    private record Look(long left, double millisPerColumn, List<Scale> scales, List<Hatching> hatchings,
            List<LineGap> own,
            Geometry place, int theme, ZoneId zone, List<Threshold> thresholds, Font font) {}

    Sheet(LiveChart chart) {
        this.chart = chart;
        ground = new Ground(canvas, chart.inks());
        marks = new Marks(chart);
        crosshair = new Crosshair(chart);
        figures = new CursorFigures(chart);
        empty.getStyleClass().add("chart-empty");
        empty.setMouseTransparent(true);
        plot.setSmooth(false);
    }

    /** From back to front. */
    List<Node> nodes() {
        return List.of(canvas, plot, empty, marks.node(), figures.node(), crosshair.node());
    }

    void emptyText(String text) {
        empty.setText(text);
    }

    void outputScale(double scale) {
        outputScale = scale;
    }

    /** How long a tail without samples is no gap, in milliseconds. */
    long patience() {
        return patience;
    }

    void patience(long millis) {
        patience = millis;
    }

    Crosshair crosshair() {
        return crosshair;
    }

    /** The frame on screen; null before the first. */
    @Nullable
    Drawn shown() {
        return shown;
    }

    long frames() {
        return frames;
    }

    /** Has marks put to their places again with the next frame. */
    void stir() {
        stirred = true;
    }

    /** Where the parts of what is on screen lie. */
    Geometry geometry() {
        return placed == null ? wanted() : placed;
    }

    /** Where the parts of the next frame will lie. */
    Geometry wanted() {
        return new Geometry(chart.font().getSize(), pixels(), chart.getWidth(), chart.getHeight(), axisWidths);
    }

    /** Shows a finished frame, which was ordered for this place and theme. */
    void present(Drawn drawn, Picture picture, Geometry place, int theme) {
        shown = drawn;
        placed = place;
        frames++;
        plot.setImage(picture.image());
        plot.relocate(place.left(), place.top());
        plot.setFitWidth(Math.max(1, place.width()));
        plot.setFitHeight(Math.max(1, place.height()));
        empty.setVisible(!drawn.any());
        plot.setVisible(drawn.any());
        Frame frame = drawn.frame();
        List<Hatching> hatchings = Hatching.of(drawn, patience);
        List<LineGap> own = LineGap.beside(drawn.own(), hatchings);
        Look look = new Look(frame.left(), frame.millisPerColumn(), frame.scales(), hatchings, own, place, theme,
                chart.link().zoneProperty().get(), List.copyOf(chart.link().thresholds()), chart.labelFont());
        boolean other = !look.equals(painted);
        if (other) {
            painted = look;
            ground.paint(new Ground.Content(drawn, hatchings, own, chart.texts().get("gap"), chart.units(),
                    look.thresholds(), chart.rulers(), look.font()), place, finer());
            fitAxes(frame, place);
        }
        if (other || stirred) {
            marks.place(frame, chart.annotations());
            figures.refresh();
            stirred = false;
        }
        crosshair.refresh();
    }

    private void fitAxes(Frame frame, Geometry place) {
        List<Double> widths = Labels.axisWidths(frame.scales(), chart.units(), chart.rulers(), place,
                chart.labelFont());
        if (!widths.equals(axisWidths)) {
            axisWidths = widths;
            chart.requestLayout();
        }
    }

    /** Pixels of the raster per unit of the scene. */
    double pixels() {
        return outputScale > 0 ? outputScale : windowPixels() * chart.getLocalToSceneTransform().getMxx();
    }

    private double windowPixels() {
        Window in = chart.getScene() == null ? null : chart.getScene().getWindow();
        return in == null ? 1 : Math.max(1, in.getRenderScaleX());
    }

    /** How much finer than the window's own a picture is to be: for a file, or because the window shows everything larger. */
    private double finer() {
        return pixels() / windowPixels();
    }

    void layout(Geometry place) {
        canvas.setWidth(place.chartWidth() * finer());
        canvas.setHeight(place.chartHeight() * finer());
        canvas.getTransforms().setAll(Transform.scale(1 / finer(), 1 / finer()));
        painted = null;
        empty.autosize();
        empty.relocate(Math.rint((place.chartWidth() - empty.getWidth()) / 2),
                Math.rint(place.top() + (place.height() - empty.getHeight()) / 2));
    }
}
