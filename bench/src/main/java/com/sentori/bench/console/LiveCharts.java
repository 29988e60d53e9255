package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.frames.FrameTimes;
import com.sentori.bench.frames.FrameTimes.Pulses;
import com.sentori.bench.frames.Uplot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many series that scroll live, and beside them in the same run the same on other charts. */
final class LiveCharts implements Measurement {
    private static final Goal MISSED = new Goal("<= 1", 0, 1, false);

    /** With more series the quick run leaves the others out. */
    private static final int QUICKLY = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int series;
    private final Goal goal;

    /** Of so many series, whose frames are to take no longer than this. */
    LiveCharts(int series, double millis) {
        this.series = series;
        this.goal = new Goal("<= " + millis, 0, millis, false);
    }

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        int points = scale.size(10_000, 2_000);
        Duration warmUp = scale.quick() ? Duration.ofMillis(800) : Duration.ofSeconds(8);
        Duration length = scale.quick() ? Duration.ofMillis(1_200) : Duration.ofSeconds(15);
        Duration patience = scale.quick() ? Duration.ofSeconds(6) : PATIENCE;
        String id = "console.charts." + series;
        String what = "%,d series × %,d points, 1200 × 700, scrolling at 10 Hz".formatted(series, points);
        List<Figure> rows = new ArrayList<>();
        FrameTimes engine = FrameTimes.of("engine", series, points, warmUp, length, Pulses.FLAT_OUT, PATIENCE);
        FrameTimes screen = FrameTimes.of("engine", series, points, warmUp, length, Pulses.SIXTY, PATIENCE);
        if (engine == null || screen == null) {
            throw new IllegalStateException("The chart showed no frame within a minute.");
        }
        rows.add(Figure.valued(id + ".frame", engine.p95(), "ms p95", goal, what + ": time of a frame"));
        rows.add(Figure.valued(id + ".missed", screen.missed(), "% of pulses", MISSED, what + ": pulses missed"));
        if (!scale.quick() || series <= QUICKLY) {
            rows.addAll(others(home, id, engine, new Course(points, warmUp, length, patience), what));
        }
        return rows.stream().map(row -> row.reducedIf(scale.quick())).toList();
    }

    /** How long and how much. */
    private record Course(int points, Duration warmUp, Duration length, Duration patience) {}

    private List<Figure> others(Path home, String id, FrameTimes engine, Course course, String what) throws Exception {
        List<Figure> rows = new ArrayList<>();
        rows.add(beside(id + ".linechart", engine, course, run("linechart", course), what + " on JavaFX LineChart"));
        rows.add(beside(id + ".canvas", engine, course, run("canvas", course),
                what + " on a Canvas, min/max per column"));
        Uplot uplot = Uplot.find(home.resolve("bench/target/uplot"));
        if (uplot != null) {
            rows.add(beside(id + ".uplot", engine, course,
                    uplot.measure(series, course.points(), course.warmUp(), course.length(), course.patience()),
                    what + " on uPlot in Chromium"));
        }
        return rows;
    }

    private @Nullable FrameTimes run(String chart, Course course) throws Exception {
        return FrameTimes.of(chart, series, course.points(), course.warmUp(), course.length(), Pulses.FLAT_OUT,
                course.patience());
    }

    /** Another chart against the engine: so many times its frame. */
    private static Figure beside(String id, FrameTimes engine, Course course, @Nullable FrameTimes other,
            String what) {
        Duration patience = course.patience();
        double value = other == null ? patience.toMillis() : other.p95();
        String told = other == null ? what + "; no figure within " + patience.toSeconds() + " s, so at least" : what;
        return new Figure(id, value, "ms p95", engine.p95(), value / engine.p95(), null, null, null, told);
    }
}
