package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/** The line above the plot: title and unit, how the picture stands, and what its owner says of it. FX thread. */
final class Head {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");

    private final LiveChart chart;
    private final Label title = new Label();
    private final Label unit = new Label();
    private final Label state = new Label();
    private final Label note = new Label();
    private LongFunction<String> noteText = _ -> "";
    private long changesWhenPaused = -1;

    Head(LiveChart chart) {
        this.chart = chart;
        title.getStyleClass().add("chart-title");
        unit.getStyleClass().add("chart-unit");
        state.getStyleClass().add("chart-state");
        note.getStyleClass().add("chart-note");
        state.setMinWidth(0);
    }

    List<Node> nodes() {
        return List.of(title, unit, state, note);
    }

    void title(String text) {
        title.setText(text);
    }

    void unit(String text) {
        unit.setText(text);
    }

    String unit() {
        return unit.getText();
    }

    void note(LongFunction<String> text) {
        noteText = text;
    }

    Font font() {
        return title.getFont();
    }

    /** Says how the picture stands; {@code changes} are those of all its samples. */
    void refresh(List<ChartSeries> lines, long changes, double millisPerColumn, long staleMillis) {
        ChartLink link = chart.link();
        ChartTexts texts = chart.texts();
        List<String> parts = new ArrayList<>();
        boolean paused = link.isPaused();
        changesWhenPaused = !paused ? -1 : changesWhenPaused < 0 ? changes : changesWhenPaused;
        if (paused) {
            parts.add(texts.get("paused", clock(link.now() - link.pausedAt()), changes - changesWhenPaused));
        } else if (link.isFollowing() && link.lagNow() > 0) {
            parts.add(texts.get("catching-up", clock(link.lagNow())));
        }
        long dropped = lines.stream().mapToLong(line -> line.samples().dropped()).sum();
        if (dropped > 0) {
            parts.add(texts.get("dropped", dropped));
        }
        if (!lines.isEmpty()) {
            parts.add(decimation(lines, millisPerColumn));
        }
        int hidden = chart.series().size() - lines.size();
        if (hidden > 0) {
            parts.add(texts.get("hidden", hidden));
        }
        if (link.isUtc()) {
            parts.add("UTC");
        }
        show(state, String.join("  ·  ", parts));
        state.pseudoClassStateChanged(PAUSED, paused);
        long newest = lines.stream().mapToLong(line -> line.samples().newestTime()).max().orElse(Samples.NONE);
        long age = newest == Samples.NONE ? -1 : Math.max(0, link.now() - newest);
        show(note, noteText.apply(age));
        note.pseudoClassStateChanged(STALE, age > staleMillis && link.isFollowing());
    }

    /** Which of the samples the picture shows, in words. */
    String decimation(List<ChartSeries> lines, double millisPerColumn) {
        double least = lines.stream()
                .mapToDouble(line -> line.samples().cadenceMillis())
                .filter(cadence -> !Double.isNaN(cadence))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double perPixel = millisPerColumn / least;
        return perPixel < 2 ? chart.texts().get("raw") : chart.texts().get("min-max", Math.round(perPixel));
    }

    private void show(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
            chart.requestLayout();
        }
    }

    private static String clock(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    void layout(Geometry place) {
        double y = Math.floor(place.em() * 0.15);
        double x = place.left();
        for (Label label : List.of(title, unit)) {
            label.autosize();
            label.relocate(Math.floor(x), y);
            x += label.getText().isEmpty() ? 0 : label.getWidth() + place.em() / 2;
        }
        double noteWidth = Math.min(note.prefWidth(-1), place.width() / 2);
        note.resizeRelocate(Math.floor(place.right() - noteWidth), y, noteWidth, note.prefHeight(-1));
        double room = Math.max(0, note.getLayoutX() - x - 2 * place.em());
        double lower = title.getBaselineOffset() - state.getBaselineOffset();
        state.resizeRelocate(Math.floor(x + place.em() / 2), y + Math.round(lower), Math.min(state.prefWidth(-1), room),
                state.prefHeight(-1));
    }
}
