package com.sentori.console.charts;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Draws frame after frame on a thread of the engine: one is under way, one is on screen. The FX thread orders frames and shows what is finished. FX thread.
 */
final class Drawing {
    private final BiConsumer<Drawn, Picture> shown;
    private Raster raster = new Raster();
    private @Nullable Picture front;
    private @Nullable Picture back;
    private boolean busy;

    /** Tells {@code shown} of every finished frame. */
    Drawing(BiConsumer<Drawn, Picture> shown) {
        this.shown = shown;
    }

    /** Whether a frame is under way; no other can be ordered then. */
    boolean isBusy() {
        return busy;
    }

    void order(Frame frame) {
        busy = true;
        Picture target = back != null && back.hasSize(frame) ? back : new Picture(frame.width(), frame.height());
        Raster drawing = raster;
        RenderThreads.run(() -> {
            try {
                Drawn drawn = drawing.draw(frame, target.pixels());
                Platform.runLater(() -> show(drawn, target));
            } catch (RuntimeException broken) {
                System.getLogger(Drawing.class.getName())
                        .log(Level.ERROR, "A chart could not be drawn; it is tried again with the next change.",
                                broken);
                Platform.runLater(() -> busy = false);
            }
        });
    }

    private void show(Drawn drawn, Picture picture) {
        busy = false;
        back = front;
        front = picture;
        shown.accept(drawn, picture);
    }

    /** Lets go of what only the next frame would need. */
    void rest() {
        raster = new Raster();
        back = null;
    }

    /** The lines of a frame, made anew only when something about them changes. */
    static final class Lines {
        private List<Frame.Line> lines = List.of();
        private long staleness;
        private boolean dirty = true;
        private long edition;

        /** Grows whenever the lines are to look different. */
        long edition() {
            return edition;
        }

        void touch() {
            dirty = true;
        }

        /** The lines as they are to be drawn; whether they look stale is asked each time. */
        List<Frame.Line> of(List<ChartSeries> series, Supplier<LineStyle> style) {
            long now = 1;
            for (ChartSeries line : series) {
                now = now * 31 + (line.samples().stale() ? 1 : 0);
            }
            if (dirty || now != staleness) {
                LineStyle wanted = style.get();
                List<Frame.Line> made = new ArrayList<>(series.size());
                for (ChartSeries line : series) {
                    made.add(wanted.line(line));
                }
                made.sort((a, b) -> Boolean.compare(wanted.stands(a.series()), wanted.stands(b.series())));
                lines = List.copyOf(made);
                staleness = now;
                edition++;
                dirty = false;
            }
            return lines;
        }
    }

    /**
     * How lines look.
     *
     * @param inks the theme's
     * @param units by axis
     * @param standing the lines that stand out; none if all are alike
     * @param few whether so few lines are drawn that each can tell of its own gaps
     */
    record LineStyle(Inks inks, List<String> units, List<ChartSeries> standing, boolean few) {
        private static final double FADED = 0.19;

        boolean stands(ChartSeries line) {
            return standing.contains(line);
        }

        Frame.Line line(ChartSeries line) {
            double opacity = standing.isEmpty() || stands(line) ? line.opacity() : line.opacity() * FADED;
            var colour = line.samples().stale() ? inks.stale() : inks.series(line.colour());
            return new Frame.Line(line, Inks.argb(colour, opacity), Math.max(0, units.indexOf(line.unit())),
                    standing.isEmpty() ? few : stands(line));
        }
    }
}
