package com.sentori.console.charts;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
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
    private static final double LABEL_SIZE = 0.85;

    private final ChartTexts texts;
    private final ChartLink link;
    private final Inks inks = new Inks(this);
    private final Head head = new Head(this);
    private final Sheet sheet;
    private final Beat beat;
    private final Deeds deeds;
    private final Gestures gestures;
    private final InvalidationListener linked = this::linkChanged;
    private List<ChartSeries> series = List.of();
    private List<ChartSeries> visible = List.of();
    private List<String> units = List.of("");
    private List<Annotation> automatic = List.of();
    private Rulers rulers;
    private String title = "";

    /** An empty chart that shares its span of time and more with all others of this link. */
    public LiveChart(ChartTexts texts, ChartLink link) {
        this.texts = texts;
        this.link = link;
        rulers = new Rulers(texts.locale(), link.zoneProperty().get());
        getStyleClass().add("live-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(texts.get("role"));
        setAccessibleHelp(texts.get("help"));
        sheet = new Sheet(this);
        deeds = new Deeds(this);
        gestures = new Gestures(this, deeds);
        getChildren().addAll(head.nodes());
        getChildren().addAll(sheet.nodes());
        getChildren().addAll(gestures.nodes());
        WeakInvalidationListener weak = new WeakInvalidationListener(linked);
        Stream.of(link.views().nowProperty(), link.zoneProperty(), link.crosshairProperty(), link.cursorAProperty(),
                link.cursorBProperty(), link.chosenProperty(), link.hidden(), link.thresholds(), link.annotations())
                .forEach(each -> each.addListener(weak));
        beat = new Beat(this, sheet, head);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                say(Summary.of(this));
            }
        });
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
        sheet.emptyText(text);
    }

    /**
     * What stands above it on the right: the state, and the age of the newest sample.
     *
     * @param text is given the age in milliseconds by the clock that is followed; -1 without samples
     */
    public void setNote(LongFunction<String> text) {
        head.note(text);
        beat.touch();
    }

    /** How long after the newest sample a gap begins, in milliseconds: somewhat more than samples lie apart; 2,000 unless told. */
    public void setPatience(long millis) {
        sheet.patience(millis);
        beat.touch();
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

    /** Lets the lines with these ids stand out by fading the others; none of them on the chart leaves all alike. */
    public void highlight(Set<String> ids) {
        beat.highlight(ids);
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
        sheet.outputScale(scale);
        requestLayout();
    }

    /** The colour of a line's place in the palette, on this theme. */
    public Color colourOf(int place) {
        return inks.series(place);
    }

    /** The same, changing with the theme. */
    public ObservableValue<Color> colour(int place) {
        return beat.theme().map(_ -> colourOf(place));
    }

    /** Whether a frame with lines is on screen. */
    public boolean hasDrawn() {
        Drawn shown = shown();
        return shown != null && shown.any();
    }

    /** Whether all that it was given is on screen. */
    public boolean isUpToDate() {
        return shown() != null && beat.isAtRest();
    }

    /** How many frames were shown so far. */
    public long frames() {
        return sheet.frames();
    }

    /** Draws no more, ever; what is on screen stays. */
    @Override
    public void close() {
        beat.close();
    }

    Inks inks() {
        return inks;
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

    /** The units of the lines that stand out; of all if none does. */
    List<String> unitsOfInterest() {
        List<String> found = beat.standing().stream().map(ChartSeries::unit).distinct().toList();
        return found.isEmpty() ? units : found;
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
        return sheet.shown();
    }

    Crosshair crosshair() {
        return sheet.crosshair();
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

    Font font() {
        return head.font();
    }

    /** Where the parts of what is on screen lie. */
    Geometry geometry() {
        return sheet.geometry();
    }

    /** Which of the samples the picture shows, in words. */
    String decimation() {
        Drawn shown = shown();
        return shown == null ? "" : head.decimation(visible, shown.frame().millisPerColumn());
    }

    /** Tells a screen reader what is seen. */
    void say(String text) {
        setAccessibleText(title + ": " + text);
    }

    /** Has marks put to their places again. */
    void stir() {
        sheet.stir();
        beat.touch();
    }

    private void sift() {
        visible = series.stream().filter(line -> !link.hidden().contains(line.id())).toList();
        beat.restyle();
        sheet.stir();
    }

    private void linkChanged(Observable what) {
        if (what instanceof ObservableSet) {
            sift();
        }
        rulers = rulers.in(link.zoneProperty().get());
        stir();
    }

    @Override
    protected void layoutChildren() {
        Geometry place = sheet.wanted();
        sheet.layout(place);
        head.layout(place);
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
