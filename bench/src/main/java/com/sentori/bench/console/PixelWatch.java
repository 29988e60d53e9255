package com.sentori.bench.console;

import com.sentori.console.charts.ChartLink;
import com.sentori.console.charts.ChartSeries;
import com.sentori.console.charts.ChartTexts;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.charts.Samples;
import com.sentori.console.stage.Texts;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import javafx.animation.AnimationTimer;

/**
 * Sees when readings come on screen. A chart asks its lines how much they have changed, on the FX thread, before it orders a frame, and it orders none while
 * one is drawn: so what a line held when it was last asked is in the frame that is presented next. A frame counts as presented with the second
 * pulse after its picture was put into the scene, when the pulse that rendered it is over: at most a pulse too late. FX thread.
 */
final class PixelWatch extends AnimationTimer {
    private static final int RENDERED = 2;

    private final LiveChart chart;
    private final List<? extends Samples> lines;
    private final ObjLongConsumer<Integer> onScreen;
    private final long[] asked;
    private final Deque<Frame> presented = new ArrayDeque<>();
    private long frames;
    private long pulse;

    private record Frame(long pulse, List<Long> newest) {}

    /**
     * Draws lines.
     *
     * @param names of them
     * @param onScreen told which line is on screen up to which time, by each frame
     */
    PixelWatch(List<String> names, List<? extends Samples> lines, long windowMillis,
            ObjLongConsumer<Integer> onScreen) {
        this.lines = lines;
        this.onScreen = onScreen;
        this.asked = new long[lines.size()];
        Arrays.fill(asked, Samples.NONE);
        chart = new LiveChart(
                new ChartTexts(new Texts(Locale.ENGLISH).bundle(), Locale.ENGLISH),
                new ChartLink(ZoneOffset.UTC));
        List<ChartSeries> series = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            series.add(new ChartSeries(names.get(i), names.get(i), new Asked(lines.get(i), () -> ask(line)), i));
        }
        chart.setSeries(series);
        chart.follow(System::currentTimeMillis, windowMillis);
    }

    LiveChart chart() {
        return chart;
    }

    private void ask(int line) {
        if (line == 0) {
            look();
        }
        asked[line] = lines.get(line).newestTime();
    }

    /** Whether a frame has been presented since; it shows what was asked for last. */
    private void look() {
        if (chart.frames() != frames) {
            frames = chart.frames();
            presented.add(new Frame(pulse, Arrays.stream(asked).boxed().toList()));
        }
    }

    @Override
    public void handle(long now) {
        pulse++;
        look();
        while (!presented.isEmpty() && pulse - presented.getFirst().pulse() >= RENDERED) {
            List<Long> newest = presented.removeFirst().newest();
            for (int i = 0; i < newest.size(); i++) {
                onScreen.accept(i, newest.get(i));
            }
        }
    }

    /** Takes out what was posted until then, and records how long ago that was. */
    static void settle(Queue<Long> posted, long newest, LongConsumer millis) {
        long now = System.currentTimeMillis();
        for (Long head = posted.peek(); head != null && head <= newest; head = posted.peek()) {
            millis.accept(now - head);
            posted.remove();
        }
    }
}
