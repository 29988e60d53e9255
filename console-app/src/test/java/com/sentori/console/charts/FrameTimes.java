package com.sentori.console.charts;

import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Prints how long frames of 1200 × 700 take, with noise, each series growing at every frame. Run it by hand: times are no test. */
final class FrameTimes {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 700;
    private static final int SAMPLES = 10_000;
    private static final int FRAMES = 300;

    private FrameTimes() {}

    public static void main(String[] arguments) {
        for (int series : new int[]{10, 100, 1_000}) {
            for (double noise : new double[]{0.2, 1}) {
                measure(series, noise);
            }
        }
    }

    private static void measure(int count, double noise) {
        SeriesStore store = new SeriesStore();
        Random random = new Random(1);
        List<Frame.Line> lines = new ArrayList<>();
        List<SeriesKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SeriesKey key = new SeriesKey("ecs", "run", "sensor-" + i, "temperature");
            keys.add(key);
            for (int s = 0; s < SAMPLES; s++) {
                store.append(key, s * 10L, i % 10 + noise * 10 * random.nextDouble());
            }
            lines.add(new Frame.Line(new ChartSeries(key.sensorId(), key.sensorId(), store.series(key), i),
                    0xFF000000 | i * 7919));
        }
        Raster raster = new Raster();
        int[] pixels = new int[WIDTH * HEIGHT];
        double[] millis = new double[FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            long now = (SAMPLES + frame * 3L) * 10L;
            for (int s = 0; s < 3; s++) {
                for (int i = 0; i < count; i++) {
                    store.append(keys.get(i), now + s * 10L, i % 10 + noise * 10 * random.nextDouble());
                }
            }
            long start = cpu();
            raster.draw(Frame.of(WIDTH, HEIGHT, now - SAMPLES * 10L, now, 1.5, lines), pixels);
            millis[frame] = (cpu() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(millis, FRAMES / 3, FRAMES);
        Arrays.sort(warm);
        System.out.printf("%,5d series x %,d, noise %.1f: p50 %.1f ms, p95 %.1f ms, first %.1f ms, store %,d KiB%n",
                count, SAMPLES, noise,
                warm[warm.length / 2], warm[warm.length * 95 / 100], millis[0], store.bytes() / 1024);
    }

    /** Time of the processor and not of the wall: what else the machine does is no matter. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
