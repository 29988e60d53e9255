package com.sentori.bench.frames;

import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.MemorySamples;
import com.sentori.console.charts.Scale;
import com.sentori.console.charts.TimeWindow;
import com.sentori.console.charts.View;
import com.sentori.console.stage.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;

/** The product's chart: samples come on a thread of their own, as they do from a feed. */
final class EngineScroll implements Contender {
    private static final long BEAT_MILLIS = 5;

    private final LiveChart chart;

    EngineScroll(int series, int points) {
        long now = System.currentTimeMillis();
        Feed feed = new Feed(series, points, now);
        List<MemorySamples> all = new ArrayList<>();
        List<ChartSeries> lines = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            all.add(new MemorySamples());
            lines.add(new ChartSeries("s" + i, "s" + i, all.get(i), i));
        }
        Feed.Taker taker = (line, time, value) -> all.get(line).append(time, value);
        feed.until(now, taker);
        ChartLink link = new ChartLink(ZoneOffset.UTC);
        chart = new LiveChart(texts(), link);
        chart.setSeries(lines);
        TimeWindow window = new TimeWindow.Following(points * Feed.STEP_MILLIS);
        link.follow(System::currentTimeMillis, points * Feed.STEP_MILLIS);
        link.views().go(new View(window, Map.of("", new Scale(0, 1, false)), Set.of()));
        Thread.ofPlatform().daemon().name("feed").start(() -> {
            try {
                while (true) {
                    feed.until(System.currentTimeMillis(), taker);
                    Thread.sleep(BEAT_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static ChartTexts texts() {
        return new ChartTexts(new Texts(Locale.ENGLISH).bundle(), Locale.ENGLISH);
    }

    @Override
    public Node node() {
        return chart;
    }

    @Override
    public void pulse(long now) {}

    @Override
    public long frames() {
        return chart.frames();
    }
}
