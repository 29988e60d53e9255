package com.sentori.console.charts;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.PseudoClass;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A chart of time series that follows the clock or shows a fixed span. Lines are drawn by {@link Raster} on a thread of the engine's own; the FX thread shows
 * the last finished picture and never waits for the next. A chart that is not in sight draws nothing and holds no timer; one that is taken out of its scene
 * holds nothing at all, and goes on when it comes back.
 *
 * <pre>{@code
 * LiveChart chart = new LiveChart();
 * chart.setTitle("ecs");
 * chart.setUnit("°C");
 * chart.setEmptyText("No readings yet");
 * chart.setNote(age -> age < 0 ? "" : "live · " + age + " ms");
 * chart.setSeries(List.of(new ChartSeries("sensor-1", "sensor-1", store.series(key), 0)));
 * chart.follow(System::currentTimeMillis, 60_000);
 * swatch.fillProperty().bind(chart.colour(0));
 * }</pre>
 *
 * Colours come from the style sheet: {@code -chart-background, -chart-grid, -chart-frame, -chart-text, -chart-hatch, -chart-series-1 … -chart-series-8}. All
 * methods are for the FX thread.
 */
public final class LiveChart extends Region implements AutoCloseable {
    private static final Logger LOG = System.getLogger(LiveChart.class.getName());
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double HEAD = 26;
    private static final double LINE = 1.5;
    private static final double LABEL_SIZE = 0.85;
    private static final long FRAME_NANOS = 30_000_000;
    /** A tail without samples that is longer than this is hatched: two of the feed's beats and then some. */
    private static final long STALE_MILLIS = 2_000;
    private static final double FADED = 0.19;

    private final Label title = new Label();
    private final Label unit = new Label();
    private final Label note = new Label();
    private final Label empty = new Label();
    private final Label reading = new Label();
    private final Canvas canvas = new Canvas();
    private final ImageView plot = new ImageView();
    private final Line cross = new Line();
    private final Circle dot = new Circle(3.5);
    private final Inks inks = new Inks(this);
    private final Axes axes = new Axes(canvas, inks);
    private final ReadOnlyIntegerWrapper theme = new ReadOnlyIntegerWrapper();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private final Sight sight;

    private List<ChartSeries> series = List.of();
    private @Nullable String highlighted;
    private LongSupplier clock = System::currentTimeMillis;
    private long window = 60_000;
    private long fixedFrom;
    private long fixedTo;
    private boolean following = true;
    private double outputScale;
    private LongFunction<String> noteText = _ -> "";
    private NumberFormat numbers = NumberFormat.getNumberInstance();
    private DateTimeFormatter times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private Frame.@Nullable Pointer pointer;
    private Raster raster = new Raster();
    private @Nullable Picture front;
    private @Nullable Picture back;
    private @Nullable Drawn shown;
    private boolean busy;
    private boolean dirty = true;
    private long drawnChanges = -1;
    private long lastFrame;

    /** An empty chart. */
    public LiveChart() {
        getStyleClass().add("live-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        title.getStyleClass().add("chart-title");
        unit.getStyleClass().add("chart-unit");
        note.getStyleClass().add("chart-note");
        empty.getStyleClass().add("chart-empty");
        reading.getStyleClass().add("chart-reading");
        cross.getStyleClass().add("chart-cross");
        dot.getStyleClass().add("chart-dot");
        for (var floating : List.of(reading, cross, dot)) {
            floating.setManaged(false);
            floating.setMouseTransparent(true);
        }
        plot.setSmooth(false);
        hideReading();
        getChildren().addAll(canvas, plot, title, unit, note, empty, cross, dot, reading);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(null));
        speak(Locale.getDefault(), ZoneId.systemDefault());
        sight = new Sight(this, this::seen);
    }

    /** What stands above it on the left. */
    public void setTitle(String text) {
        title.setText(text);
        setAccessibleText(text);
    }

    /** The unit of the values, behind the title; empty for none. */
    public void setUnit(String text) {
        unit.setText(text);
    }

    /** What is said in place of lines while there are none. */
    public void setEmptyText(String text) {
        empty.setText(text);
    }

    /**
     * What stands above it on the right: the state, and the age of the newest sample.
     *
     * @param text is given the age in milliseconds by the chart's clock; -1 without samples
     */
    public void setNote(LongFunction<String> text) {
        noteText = text;
        dirty = true;
    }

    /** The language of numbers and times, and the zone of times. */
    public void speak(Locale locale, ZoneId zone) {
        numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(3);
        times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", locale).withZone(zone);
        axes.speak(locale, zone);
        dirty = true;
    }

    /** The lines, from back to front. */
    public void setSeries(List<ChartSeries> lines) {
        series = List.copyOf(lines);
        dirty = true;
    }

    /** The lines. */
    public List<ChartSeries> series() {
        return series;
    }

    /** Lets one line stand out by fading the others; null for none. */
    public void highlight(@Nullable String id) {
        highlighted = id;
        dirty = true;
    }

    /** Shows the last {@code windowMillis} up to now, by this clock in epoch milliseconds. */
    public void follow(LongSupplier now, long windowMillis) {
        clock = now;
        window = Math.max(1, windowMillis);
        following = true;
        dirty = true;
    }

    /** Shows this span, in epoch milliseconds. */
    public void show(long from, long to) {
        fixedFrom = from;
        fixedTo = Math.max(to, from + 1);
        following = false;
        dirty = true;
    }

    /** Pixels of the raster per unit of the scene, for pictures that are taken at another scale than the window's; 0 for the window's own. */
    public void setOutputScale(double scale) {
        outputScale = scale;
        dirty = true;
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

    private void seen(boolean inSight) {
        if (inSight) {
            dirty = true;
            timer.start();
            return;
        }
        timer.stop();
        if (getScene() == null) {
            raster = new Raster();
            back = null;
        }
    }

    private void pulse(long now) {
        if (busy || now - lastFrame < FRAME_NANOS) {
            return;
        }
        theme.set(inks.state());
        long changes = series.stream().mapToLong(line -> line.samples().changes()).sum();
        Frame frame = frame();
        boolean moved = shown == null || frame == null || frame.left() != shown.frame().left();
        if (frame == null || (!dirty && !moved && changes == drawnChanges)) {
            sayAge();
            return;
        }
        lastFrame = now;
        drawnChanges = changes;
        dirty = false;
        draw(frame);
    }

    private void draw(Frame frame) {
        busy = true;
        Picture target = back != null && back.hasSize(frame) ? back : new Picture(frame.width(), frame.height());
        Raster drawing = raster;
        RenderThreads.run(() -> {
            try {
                Drawn drawn = drawing.draw(frame, target.pixels());
                Platform.runLater(() -> present(drawn, target));
            } catch (RuntimeException broken) {
                LOG.log(Level.ERROR, "A chart could not be drawn; it is tried again with the next change.", broken);
                Platform.runLater(() -> busy = false);
            }
        });
    }

    private @Nullable Frame frame() {
        double width = plotWidth();
        double height = plotHeight();
        if (width < 1 || height < 1) {
            return null;
        }
        double scale = scale();
        long to = following ? clock.getAsLong() : fixedTo;
        long from = following ? to - window : fixedFrom;
        Frame frame = Frame.of((int) Math.round(width * scale), (int) Math.round(height * scale), from, to,
                LINE * scale, lines());
        return pointer == null ? frame : frame.pointer(new Frame.Pointer(pointer.x() * scale, pointer.y() * scale));
    }

    private List<Frame.Line> lines() {
        List<Frame.Line> lines = new ArrayList<>(series.size());
        Frame.Line last = null;
        for (ChartSeries line : series) {
            boolean stands = line.id().equals(highlighted);
            double opacity = highlighted == null || stands ? line.opacity() : line.opacity() * FADED;
            Frame.Line drawn = new Frame.Line(line, Inks.argb(inks.series(line.colour()), opacity));
            if (stands) {
                last = drawn;
            } else {
                lines.add(drawn);
            }
        }
        if (last != null) {
            lines.add(last);
        }
        return lines;
    }

    private void present(Drawn drawn, Picture picture) {
        busy = false;
        back = front;
        front = picture;
        shown = drawn;
        plot.setImage(picture.image());
        empty.setVisible(!drawn.any());
        plot.setVisible(drawn.any());
        Font font = Font.font(title.getFont().getFamily(), title.getFont().getSize() * LABEL_SIZE);
        axes.paint(drawn.frame(), drawn.covered(), STALE_MILLIS, font);
        sayAge();
        sayNearest(drawn);
    }

    private void sayAge() {
        long newest = Samples.NONE;
        for (ChartSeries line : series) {
            newest = Math.max(newest, line.samples().newestTime());
        }
        long age = newest == Samples.NONE ? -1 : Math.max(0, clock.getAsLong() - newest);
        note.setText(noteText.apply(age));
        note.pseudoClassStateChanged(STALE, age > STALE_MILLIS && following);
    }

    private void point(@Nullable MouseEvent event) {
        double x = event == null ? -1 : event.getX() - Axes.LEFT;
        double y = event == null ? -1 : event.getY() - HEAD;
        boolean inside = x >= 0 && x <= plotWidth() && y >= 0 && y <= plotHeight();
        pointer = inside ? new Frame.Pointer(x, y) : null;
        dirty = true;
        if (!inside) {
            hideReading();
        }
    }

    private void sayNearest(Drawn drawn) {
        Nearest nearest = pointer == null ? null : drawn.nearest();
        if (nearest == null) {
            hideReading();
            return;
        }
        Frame frame = drawn.frame();
        double x = Axes.LEFT + frame.x(nearest.sample().time()) / frame.width() * plotWidth();
        double y = HEAD + frame.y(nearest.sample().value()) / frame.height() * plotHeight();
        double across = Math.round(x) + 0.5;
        cross.setStartX(across);
        cross.setEndX(across);
        cross.setStartY(HEAD);
        cross.setEndY(HEAD + plotHeight());
        dot.setCenterX(x);
        dot.setCenterY(y);
        dot.setFill(colourOf(nearest.line().colour()));
        String behind = unit.getText().isEmpty() ? "" : " " + unit.getText();
        reading.setText(nearest.line().label() + "   " + numbers.format(nearest.sample().value()) + behind + "   "
                + times.format(Instant.ofEpochMilli(nearest.sample().time())));
        reading.autosize();
        double left = x + 12 + reading.getWidth() > getWidth() ? x - 12 - reading.getWidth() : x + 12;
        reading.relocate(Math.rint(Math.max(0, left)), HEAD + 8);
        showReading(x >= Axes.LEFT && x <= Axes.LEFT + plotWidth());
    }

    private void hideReading() {
        showReading(false);
    }

    private void showReading(boolean visible) {
        reading.setVisible(visible);
        cross.setVisible(visible);
        dot.setVisible(visible);
    }

    private double plotWidth() {
        return Math.floor(getWidth() - Axes.LEFT - Axes.RIGHT);
    }

    private double plotHeight() {
        return Math.floor(getHeight() - HEAD - Axes.BOTTOM);
    }

    private double scale() {
        Window in = getScene() == null ? null : getScene().getWindow();
        return outputScale > 0 ? outputScale : in == null ? 1 : Math.max(1, in.getRenderScaleX());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(Math.max(0, Axes.LEFT + plotWidth() + Axes.RIGHT));
        canvas.setHeight(Math.max(0, plotHeight() + Axes.BOTTOM));
        canvas.relocate(0, HEAD);
        plot.relocate(Axes.LEFT, HEAD);
        plot.setFitWidth(Math.max(1, plotWidth()));
        plot.setFitHeight(Math.max(1, plotHeight()));
        title.autosize();
        title.relocate(Axes.LEFT, 2);
        unit.autosize();
        unit.relocate(Axes.LEFT + title.getWidth() + (title.getText().isEmpty() ? 0 : 6), 2);
        double noteWidth = Math.min(note.prefWidth(-1), width / 2);
        note.resizeRelocate(width - Axes.RIGHT - noteWidth, 2, noteWidth, note.prefHeight(-1));
        empty.autosize();
        empty.relocate(Math.rint((width - empty.getWidth()) / 2),
                Math.rint(HEAD + (height - HEAD - Axes.BOTTOM - empty.getHeight()) / 2));
        dirty = true;
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
