package com.sentori.console.charts;

import com.sentori.console.thresholds.Threshold;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A chart of time series that follows the clock or shows a fixed span. Lines are drawn by {@link Raster} on a thread of the engine's own; the FX thread shows
 * the last finished picture and never waits for the next. A chart that is not in sight draws nothing and holds no timer; one that is taken out of its scene
 * holds nothing at all, and goes on when it comes back.
 *
 * <pre>{@code
 * LiveChart chart = new LiveChart(texts, new ChartLink(ZoneId.systemDefault()));
 * chart.setTitle("ecs");
 * chart.setNote(age -> age < 0 ? "" : "live · " + age + " ms");
 * chart.setSeries(List.of(new ChartSeries("sensor-1", "sensor-1", "°C", samples, 0)));
 * chart.link().follow(System::currentTimeMillis, 60_000);
 * }</pre>
 *
 * Colours come from the style sheet: {@code -chart-background, -chart-grid, -chart-frame, -chart-text, -chart-hatch, -chart-stale, -chart-warn, -chart-critical,
 * -chart-series-1 … -chart-series-8}. All methods are for the FX thread.
 */
public final class LiveChart extends Region implements AutoCloseable {
    private static final double LINE = 1.5;
    private static final double LABEL_SIZE = 0.85;
    /** A tail without samples that is longer than this is hatched: two of the feed's beats and then some. */
    private static final long STALE_MILLIS = 2_000;
    private static final long SAY_NANOS = 100_000_000;

    private final ChartTexts texts;
    private final ChartLink link;
    private final Head head = new Head(this);
    private final Label empty = new Label();
    private final Canvas canvas = new Canvas();
    private final ImageView plot = new ImageView();
    private final Inks inks = new Inks(this);
    private final Ground ground = new Ground(canvas, inks);
    private final Marks marks = new Marks(this);
    private final Crosshair crosshair = new Crosshair(this);
    private final CursorFigures figures = new CursorFigures(this);
    private final Deeds deeds;
    private final Gestures gestures;
    private final Drawing drawing = new Drawing(this::present);
    private final Drawing.Lines lines = new Drawing.Lines();
    private final ReadOnlyIntegerWrapper theme = new ReadOnlyIntegerWrapper();
    private final InvalidationListener linked = this::linkChanged;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private final Sight sight;

    private List<ChartSeries> series = List.of();
    private List<ChartSeries> visible = List.of();
    private List<String> units = List.of("");
    private List<Annotation> automatic = List.of();
    private List<Double> axisWidths = List.of(0.0);
    private @Nullable Geometry ordered;
    private @Nullable Geometry placed;
    private @Nullable String highlighted;
    private double outputScale;
    private @Nullable Drawn shown;
    private @Nullable Look painted;
    private boolean dirty = true;
    private boolean stirred = true;
    private long drawnChanges = -1;
    private long drawnEdition;
    private long said;
    private long frames;
    private Rulers rulers;
    private String title = "";

    /** What the ground and the marks were painted for. */
    private record Look(long left, double millisPerColumn, List<Scale> scales, List<Hatching> hatchings, Geometry place,
            int theme, ZoneId zone, List<Threshold> thresholds, Font font) {}

    /** An empty chart that shares its span of time and more with all others of this link. */
    public LiveChart(ChartTexts texts, ChartLink link) {
        this.texts = texts;
        this.link = link;
        rulers = new Rulers(texts.locale(), link.zoneProperty().get());
        deeds = new Deeds(this);
        gestures = new Gestures(this, deeds);
        getStyleClass().add("live-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(texts.get("role"));
        setAccessibleHelp(texts.get("help"));
        empty.getStyleClass().add("chart-empty");
        empty.setMouseTransparent(true);
        plot.setSmooth(false);
        getChildren().addAll(canvas, plot);
        getChildren().addAll(head.nodes());
        getChildren().addAll(empty, marks.node(), figures.node(), crosshair.node());
        getChildren().addAll(gestures.nodes());
        WeakInvalidationListener weak = new WeakInvalidationListener(linked);
        Stream.of(link.views().nowProperty(), link.zoneProperty(), link.crosshairProperty(), link.cursorAProperty(),
                link.cursorBProperty(), link.chosenProperty(), link.hidden(), link.thresholds(), link.annotations())
                .forEach(each -> each.addListener(weak));
        sight = new Sight(this, this::seen);
    }

    /** What stands above it on the left. */
    public void setTitle(String text) {
        head.title(text);
        setDescription(text);
    }

    /** What it shows, where no title stands above it: for screen readers and for the names and headers of files. */
    public void setDescription(String text) {
        title = text;
        setAccessibleText(text);
    }

    /** The unit of values whose lines have none of their own, behind the title; empty for none. */
    public void setUnit(String text) {
        head.unit(text);
    }

    /** What is said in place of lines while there are none. */
    public void setEmptyText(String text) {
        empty.setText(text);
    }

    /**
     * What stands above it on the right: the state, and the age of the newest sample.
     *
     * @param text is given the age in milliseconds by the clock that is followed; -1 without samples
     */
    public void setNote(LongFunction<String> text) {
        head.note(text);
        dirty = true;
    }

    /** The lines, from back to front. */
    public void setSeries(List<ChartSeries> wanted) {
        series = List.copyOf(wanted);
        List<String> found = series.stream().map(ChartSeries::unit).distinct().toList();
        units = found.isEmpty() ? List.of("") : found;
        sift();
    }

    /** The lines, also those that are hidden. */
    public List<ChartSeries> series() {
        return series;
    }

    /** What the program marks on the chart beside people's own notes: the start of a run, a new connection. */
    public void setAnnotations(List<Annotation> marked) {
        automatic = List.copyOf(marked);
        stir();
    }

    /** Lets one line stand out by fading the others; null for none. */
    public void highlight(@Nullable String id) {
        highlighted = id;
        lines.touch();
        dirty = true;
    }

    /** What it shares with other charts. */
    public ChartLink link() {
        return link;
    }

    /** Does an action, as its key does; nothing if it makes no sense at the moment. */
    public void run(ChartAction action) {
        deeds.run(action);
    }

    /** Does what a key means that was pressed elsewhere on the screen, and consumes it then. */
    public void handle(KeyEvent event) {
        gestures.typed(event);
    }

    /** Who saves pictures and tables, and who says where they come from; without, neither can be saved. */
    public void setExports(Supplier<Provenance> provenance, Consumer<ChartFile> saver) {
        deeds.setExports(provenance, saver);
    }

    /** Who shows {@link SeriesTable} of it, or no longer; without, there is no such action. */
    public void setTableSwitch(Runnable shows) {
        deeds.setTableSwitch(shows);
    }

    /** Follows the last {@code windowMillis} up to now, by this clock in epoch milliseconds. */
    public void follow(LongSupplier now, long windowMillis) {
        link.follow(now, windowMillis);
    }

    /** Pixels of the raster per unit of the scene, for pictures that are taken at another scale than the window's; 0 for the window's own. */
    public void setOutputScale(double scale) {
        outputScale = scale;
        requestLayout();
    }

    /** The colour of a line's place in the palette, on this theme. */
    public Color colourOf(int place) {
        return inks.series(place);
    }

    /** The same, changing with the theme. */
    public ObservableValue<Color> colour(int place) {
        return theme.getReadOnlyProperty().map(_ -> colourOf(place));
    }

    /** Whether a frame with lines is on screen. */
    public boolean hasDrawn() {
        return shown != null && shown.any();
    }

    /** How many frames were shown so far. */
    public long frames() {
        return frames;
    }

    /** Draws no more, ever; what is on screen stays. */
    @Override
    public void close() {
        sight.close();
    }

    Inks inks() {
        return inks;
    }

    ReadOnlyIntegerProperty theme() {
        return theme.getReadOnlyProperty();
    }

    ChartTexts texts() {
        return texts;
    }

    Rulers rulers() {
        return rulers;
    }

    List<String> units() {
        return units;
    }

    String unitOf(ChartSeries line) {
        return line.unit().isEmpty() ? head.unit() : line.unit();
    }

    String title() {
        return title;
    }

    /** The lines that are not hidden. */
    List<ChartSeries> visible() {
        return visible;
    }

    @Nullable
    Drawn shown() {
        return shown;
    }

    Crosshair crosshair() {
        return crosshair;
    }

    /** All marks in the order of their time. */
    List<Annotation> annotations() {
        return Stream.concat(automatic.stream(), link.annotations().stream())
                .sorted(Comparator.comparingLong(Annotation::time))
                .toList();
    }

    Font labelFont() {
        Font font = head.font();
        return Font.font(font.getFamily(), font.getSize() * LABEL_SIZE);
    }

    /** Where the parts of what is on screen lie. */
    Geometry geometry() {
        return placed == null ? wanted() : placed;
    }

    /** Where the parts of the next frame will lie. */
    private Geometry wanted() {
        return new Geometry(head.font().getSize(), pixels(), getWidth(), getHeight(), axisWidths);
    }

    /** Which of the samples the picture shows, in words. */
    String decimation() {
        return shown == null ? "" : head.decimation(visible, shown.frame().millisPerColumn());
    }

    /** Tells a screen reader what is seen. */
    void say(String text) {
        setAccessibleText(title + ": " + text);
    }

    /** Has marks put to their places again. */
    void stir() {
        stirred = true;
        dirty = true;
    }

    private void sift() {
        visible = series.stream().filter(line -> !link.hidden().contains(line.id())).toList();
        lines.touch();
        stir();
    }

    private void linkChanged(Observable what) {
        if (what instanceof ObservableSet) {
            sift();
        }
        rulers = new Rulers(texts.locale(), link.zoneProperty().get());
        stir();
    }

    private void seen(boolean inSight) {
        if (inSight) {
            dirty = true;
            timer.start();
            return;
        }
        timer.stop();
        if (getScene() == null) {
            drawing.rest();
        }
    }

    private void pulse(long now) {
        if (drawing.isBusy()) {
            return;
        }
        int ink = inks.state();
        if (ink != theme.get()) {
            theme.set(ink);
            lines.touch();
        }
        long changes = 0;
        for (ChartSeries line : series) {
            changes += line.samples().changes();
        }
        if (now - said > SAY_NANOS && shown != null) {
            said = now;
            head.refresh(visible, changes, shown.frame().millisPerColumn(), STALE_MILLIS);
        }
        Frame frame = frame();
        boolean moved = shown == null || frame == null || frame.left() != shown.frame().left()
                || lines.edition() != drawnEdition;
        if (frame != null && (dirty || moved || changes != drawnChanges)) {
            drawnChanges = changes;
            drawnEdition = lines.edition();
            dirty = false;
            ordered = wanted();
            drawing.order(frame);
        }
    }

    private @Nullable Frame frame() {
        Geometry place = wanted();
        if (place.isEmpty()) {
            return null;
        }
        TimeWindow.Fixed span = link.span();
        View view = link.views().now();
        Frame frame = Frame.of((int) Math.round(place.width() * pixels()), (int) Math.round(place.height() * pixels()),
                span.from(), span.to(), LINE * pixels(),
                lines.of(visible, () -> new Drawing.LineStyle(inks, units, highlighted)));
        List<Scale> scales = new ArrayList<>();
        units.forEach(unit -> scales.add(view.scaleOf(unit)));
        return frame.scaled(scales);
    }

    private void present(Drawn drawn) {
        shown = drawn;
        frames++;
        Picture picture = drawing.picture();
        plot.setImage(picture == null ? null : picture.image());
        empty.setVisible(!drawn.any());
        plot.setVisible(drawn.any());
        Geometry place = Objects.requireNonNull(ordered);
        placed = place;
        plot.relocate(place.left(), place.top());
        plot.setFitWidth(Math.max(1, place.width()));
        plot.setFitHeight(Math.max(1, place.height()));
        Frame frame = drawn.frame();
        List<Hatching> hatchings = Hatching.of(drawn, STALE_MILLIS);
        Look look = new Look(frame.left(), frame.millisPerColumn(), frame.scales(), hatchings, place, theme.get(),
                link.zoneProperty().get(), List.copyOf(link.thresholds()), labelFont());
        boolean other = !look.equals(painted);
        if (other) {
            painted = look;
            ground.paint(new Ground.Content(drawn, hatchings, texts.get("gap"), units, look.thresholds(), rulers,
                    look.font()), place, finer());
            fitAxes(frame, place);
        }
        if (other || stirred) {
            marks.place(frame, annotations());
            figures.refresh();
            stirred = false;
        }
        crosshair.refresh();
    }

    private void fitAxes(Frame frame, Geometry place) {
        List<Double> widths = Labels.axisWidths(frame.scales(), rulers, place, labelFont());
        if (!widths.equals(axisWidths)) {
            axisWidths = widths;
            requestLayout();
        }
    }

    private double pixels() {
        return outputScale > 0 ? outputScale : windowPixels();
    }

    private double windowPixels() {
        Window in = getScene() == null ? null : getScene().getWindow();
        return in == null ? 1 : Math.max(1, in.getRenderScaleX());
    }

    /** How much finer than the window a picture is to be. */
    private double finer() {
        return pixels() / windowPixels();
    }

    @Override
    protected void layoutChildren() {
        Geometry place = wanted();
        canvas.setWidth(getWidth() * finer());
        canvas.setHeight(getHeight() * finer());
        canvas.getTransforms().setAll(Transform.scale(1 / finer(), 1 / finer()));
        painted = null;
        head.layout(place);
        empty.autosize();
        empty.relocate(Math.rint((getWidth() - empty.getWidth()) / 2),
                Math.rint(place.top() + (place.height() - empty.getHeight()) / 2));
        gestures.layout(place);
        stir();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 640;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 280;
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(LiveChart.class.getResource("chart.css")).toExternalForm();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return Inks.metaData();
    }
}
