package com.sentori.bench.frames;

import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.MemorySamples;
import com.sentori.console.charts.Scale;
import com.sentori.console.charts.TimeWindow;
import com.sentori.console.charts.View;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javafx.scene.Node;

/** The product's chart of one long series of a thousand samples a second, going from all of it to a second and back, another step with each frame. */
final class EngineZoom implements Contender {
    private static final int STEPS = 120;
    private static final long CLOSEST_MILLIS = 1_000;

    private final ChartLink link = new ChartLink(ZoneOffset.UTC);
    private final LiveChart chart = new LiveChart(EngineScroll.texts(), link);
    private final long length;
    private long stepped = -1;

    EngineZoom(int points) {
        length = points;
        MemorySamples samples = new MemorySamples();
        SplittableRandom noise = new SplittableRandom(1);
        for (int i = 0; i < points; i++) {
            samples.append(i, 0.25 + 0.5 * noise.nextDouble());
        }
        chart.setSeries(List.of(new ChartSeries("s", "s", samples, 0)));
    }

    @Override
    public Node node() {
        return chart;
    }

    @Override
    public void pulse(long now) {
        long frames = chart.frames();
        if (frames == stepped) {
            return;
        }
        stepped = frames;
        int phase = (int) (frames % (2 * STEPS));
        double share = (double) (phase < STEPS ? phase : 2 * STEPS - phase) / STEPS;
        long span = Math.round(length * Math.pow((double) CLOSEST_MILLIS / length, share));
        long from = (length - span) / 2;
        link.views()
                .go(new View(new TimeWindow.Fixed(from, from + span), Map.of("", new Scale(0, 1, false)), Set.of()));
    }

    @Override
    public long frames() {
        return chart.frames();
    }
}
