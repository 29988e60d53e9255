package com.sentori.console.charts;

import java.nio.IntBuffer;
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
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * A chart of time series that follows the clock or shows a fixed span. Lines are drawn by {@link Raster} on a virtual
 * thread; the FX thread shows the last finished raster and never waits for the next. A chart that is not in a visible
 * window draws nothing and holds no timer.
 *
 * <pre>{@code
 * LiveChart chart = new LiveChart();
 * chart.setTitle("ecs");
 * chart.setSeries(List.of(new ChartSeries("sensor-1", "sensor-1", store.series(key), 0)));
 * chart.follow(System::currentTimeMillis, 60_000);
 * }</pre>
 *
 * All methods are for the FX thread.
 */
public final class LiveChart extends Region {
    private static final double HEAD = 26;
    private static final double LINE = 1.5;
    private static final long FRAME_NANOS = 33_000_000;
    /** A tail without samples that is longer than this is hatched: two of the feed's beats and then some. */
    private static final long STALE_MILLIS = 2_000;
    private static final int FADED = 0x30;

    private final Label title = new Label();
    private final Label note = new Label();
    private final Label empty = new Label();
    private final Label reading = new Label();
    private final Canvas canvas = new Canvas();
    private final ImageView plot = new ImageView();
    private final Line cross = new Line();
    private final Inks inks = new Inks();
    private final Axes axes = new Axes(canvas, inks);
    private final Raster raster = new Raster();
    private final ValueRange range = new ValueRange();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };

    private List<ChartSeries> series = List.of();
    private @Nullable String highlighted;
    private LongSupplier clock = System::currentTimeMillis;
    private long window = 60_000;
    private long fixedFrom;
    private long fixedTo;
    private boolean following = true;
    private LongFunction<String> noteText = _ -> "";
    private NumberFormat numbers = NumberFormat.getNumberInstance();
    private DateTimeFormatter times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private boolean busy;
    private boolean dirty = true;
    private long drawnVersion = -1;
    private long lastFrame;
    private @Nullable Frame shown;
    private @Nullable PixelBuffer<IntBuffer> pixels;
    private int pixelsWidth;
    private int pixelsHeight;

    /** An empty chart. */
    public LiveChart() {
        getStyleClass().add("live-chart");
        getStylesheets().add(Objects.requireNonNull(LiveChart.class.getResource("chart.css")).toExternalForm());
        title.getStyleClass().add("chart-title");
        note.getStyleClass().add("chart-note");
        empty.getStyleClass().add("chart-empty");
        reading.getStyleClass().add("chart-reading");
        cross.getStyleClass().add("chart-cross");
        for (Region floating : List.of(reading)) {
            floating.setManaged(false);
            floating.setMouseTransparent(true);
        }
        cross.setManaged(false);
        cross.setMouseTransparent(true);
        hideReading();
        getChildren().addAll(inks.nodes());
        getChildren().addAll(canvas, plot, title, note, empty, cross, reading);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hideReading());
        speak(Locale.getDefault(), ZoneId.systemDefault());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timer.stop();
            } else {
                dirty = true;
                timer.start();
            }
        });
    }

    /** What stands above it on the left. */
    public void setTitle(String text) {
        title.setText(text);
    }

    /** What is said in place of lines while there are none. */
    public void setEmptyText(String text) {
        empty.setText(text);
    }

    /**
     * What stands above it on the right.
     *
     * @param text is given the age of the newest sample in milliseconds; -1 without samples
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
        window = windowMillis;
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

    /** The colour of a line's place in the palette, on this theme. */
    public javafx.scene.paint.Color colourOf(int colour) {
        return Palette.colour(colour, inks.isDark());
    }

    /** Whether a frame with lines is on screen. */
    public boolean hasDrawn() {
        return shown != null && range.top() > range.bottom() && Double.isFinite(raster.smallest());
    }

    private boolean isShowing() {
        Window shownIn = getScene() == null ? null : getScene().getWindow();
        return shownIn != null && shownIn.isShowing() && isTreeVisible(this);
    }

    private static boolean isTreeVisible(javafx.scene.Node node) {
        for (javafx.scene.Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void pulse(long now) {
        if (busy || now - lastFrame < FRAME_NANOS || !isShowing()) {
            return;
        }
        long version = series.stream().mapToLong(line -> line.samples().version()).sum();
        if (!following && !dirty && version == drawnVersion) {
            return;
        }
        Frame frame = frame();
        if (frame == null) {
            return;
        }
        lastFrame = now;
        drawnVersion = version;
        dirty = false;
        busy = true;
        Thread.ofVirtual().name("chart").start(() -> {
            raster.draw(frame);
            Platform.runLater(() -> present(frame));
        });
    }

    private @Nullable Frame frame() {
        double width = getWidth() - Axes.LEFT - Axes.RIGHT;
        double height = getHeight() - HEAD - Axes.BOTTOM;
        if (width < 1 || height < 1) {
            return null;
        }
        Window in = getScene().getWindow();
        double scale = in == null ? 1 : Math.max(1, in.getRenderScaleX());
        long to = following ? clock.getAsLong() : fixedTo;
        long from = following ? to - window : fixedFrom;
        boolean dark = inks.isDark();
        List<Frame.Line> lines = new ArrayList<>(series.size());
        Frame.Line front = null;
        for (ChartSeries line : series) {
            int argb = Palette.argb(Palette.colour(line.colour(), dark));
            if (highlighted != null && !line.id().equals(highlighted)) {
                lines.add(new Frame.Line(line.samples(), (argb & 0xFFFFFF) | FADED << 24));
            } else if (highlighted != null) {
                front = new Frame.Line(line.samples(), argb);
            } else {
                lines.add(new Frame.Line(line.samples(), argb));
            }
        }
        if (front != null) {
            lines.add(front);
        }
        return new Frame((int) Math.round(width * scale), (int) Math.round(height * scale), from, to, range.bottom(),
                range.top(), LINE * scale, lines);
    }

    private void present(Frame frame) {
        busy = false;
        boolean any = Double.isFinite(raster.smallest());
        if (any && range.fit(raster.smallest(), raster.largest())) {
            dirty = true;
            lastFrame = 0;
        }
        empty.setVisible(!any);
        plot.setVisible(any);
        copy(frame);
        axes.paint(frame, raster.covered(), STALE_MILLIS);
        long age = newestAge();
        note.setText(noteText.apply(age));
        boolean stale = age > STALE_MILLIS && following;
        if (stale != note.getStyleClass().contains("stale")) {
            if (stale) {
                note.getStyleClass().add("stale");
            } else {
                note.getStyleClass().remove("stale");
            }
        }
        shown = frame;
    }

    private void copy(Frame frame) {
        PixelBuffer<IntBuffer> buffer = pixels;
        if (buffer == null || pixelsWidth != frame.width() || pixelsHeight != frame.height()) {
            buffer = new PixelBuffer<>(frame.width(), frame.height(),
                    IntBuffer.allocate(frame.width() * frame.height()), PixelFormat.getIntArgbPreInstance());
            pixels = buffer;
            pixelsWidth = frame.width();
            pixelsHeight = frame.height();
            plot.setImage(new WritableImage(buffer));
        }
        buffer.updateBuffer(target -> {
            target.getBuffer().put(0, raster.pixels());
            return new Rectangle2D(0, 0, frame.width(), frame.height());
        });
    }

    private long newestAge() {
        long newest = Long.MIN_VALUE;
        for (ChartSeries line : series) {
            newest = Math.max(newest, line.samples()
                    .read((times0, _, size, _, _) -> size == 0 ? Long.MIN_VALUE : times0[size - 1]));
        }
        return newest == Long.MIN_VALUE ? -1 : Math.max(0, clock.getAsLong() - newest);
    }

    private void point(MouseEvent event) {
        Frame frame = shown;
        double width = getWidth() - Axes.LEFT - Axes.RIGHT;
        double height = getHeight() - HEAD - Axes.BOTTOM;
        double x = event.getX() - Axes.LEFT;
        double y = event.getY() - HEAD;
        if (frame == null || x < 0 || x > width || y < 0 || y > height) {
            hideReading();
            return;
        }
        long time = frame.from() + Math.round(x / width * (frame.to() - frame.from()));
        double value = frame.top() - y / height * (frame.top() - frame.bottom());
        Nearest best = null;
        for (ChartSeries line : series) {
            Nearest found = Nearest.of(line, time);
            if (found != null
                    && (best == null || Math.abs(found.value() - value) < Math.abs(best.value() - value))) {
                best = found;
            }
        }
        if (best == null) {
            hideReading();
            return;
        }
        double at = Axes.LEFT + (double) (best.time() - frame.from()) / (frame.to() - frame.from()) * width;
        cross.setStartX(at);
        cross.setEndX(at);
        cross.setStartY(HEAD);
        cross.setEndY(HEAD + height);
        cross.setVisible(true);
        reading.setText(best.line().label() + "   " + numbers.format(best.value()) + "   "
                + times.format(Instant.ofEpochMilli(best.time())));
        reading.autosize();
        double left = at + 12 + reading.getWidth() > getWidth() ? at - 12 - reading.getWidth() : at + 12;
        reading.relocate(left, HEAD + 8);
        reading.setVisible(true);
    }

    private void hideReading() {
        reading.setVisible(false);
        cross.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(Math.max(0, width));
        canvas.setHeight(Math.max(0, height - HEAD));
        canvas.relocate(0, HEAD);
        plot.relocate(Axes.LEFT, HEAD);
        plot.setFitWidth(Math.max(0, width - Axes.LEFT - Axes.RIGHT));
        plot.setFitHeight(Math.max(0, height - HEAD - Axes.BOTTOM));
        title.autosize();
        title.relocate(Axes.LEFT, 2);
        double noteWidth = Math.min(note.prefWidth(-1), width / 2);
        note.resizeRelocate(width - Axes.RIGHT - noteWidth, 2, noteWidth, note.prefHeight(-1));
        empty.autosize();
        empty.relocate((width - empty.getWidth()) / 2, HEAD + (height - HEAD - Axes.BOTTOM - empty.getHeight()) / 2);
        dirty = true;
    }
}
