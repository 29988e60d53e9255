package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.frames.FrameTimes;
import com.sentori.bench.frames.FrameTimes.Pulses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One long series, seen from all of it down to a second and back. */
final class ChartZoom implements Measurement {
    private static final Goal GOAL = new Goal("<= 33", 0, 33, false);

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        int points = scale.size(10_000_000, 2_000_000);
        Duration length = scale.quick() ? Duration.ofMillis(1_200) : Duration.ofSeconds(15);
        Duration warmUp = scale.quick() ? Duration.ofMillis(800) : Duration.ofSeconds(8);
        FrameTimes times = FrameTimes.of("zoom", 1, points, warmUp, length, Pulses.FLAT_OUT, Duration.ofMinutes(2));
        if (times == null) {
            throw new IllegalStateException("The chart showed no frame within two minutes.");
        }
        return List.of(Figure.valued("console.charts.zoom", times.p99(), "ms p99", GOAL,
                "1 series × %,d points, zoom from all to 1 s and back: time of a frame".formatted(points))
                .reducedIf(scale.quick()));
    }
}
