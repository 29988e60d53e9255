package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.console.journal.Journal;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesKey;
import com.sentori.console.series.SeriesStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How fast one thread appends readings of many sensors, all levels kept, and how much memory they take. */
final class StoreAppends implements Measurement {
    private static final int SERIES = 100;
    private static final long STEP_MILLIS = 100;
    private static final double RATE = 5e6;
    private static final double BYTES = 20;
    private static final int NOISE = 1 << 12;

    private final double[] noise = new SplittableRandom(1).doubles(NOISE).toArray();

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        int each = scale.size(100_000, 20_000);
        fill(each);
        Rounds rates = Rounds.of(scale.rounds(), List.of(() -> fill(each).perSecond()));
        Filled filled = fill(each);
        return List.of(
                Figure.valued("console.store.append", rates.median(0), "samples/s", Goal.valueAtLeast(RATE),
                        "one thread appends to %d series in turns, all levels kept".formatted(SERIES))
                        .reducedIf(scale.quick()),
                Figure.valued("console.store.bytes", filled.bytesPerSample(), "bytes", Goal.valueAtMost(BYTES),
                        "memory of a sample with its levels, as the store counts it").reducedIf(scale.quick()));
    }

    private Filled fill(int each) {
        try (SeriesStore store = new SeriesStore(Journal::none, Long.MAX_VALUE)) {
            return fill(store, each);
        }
    }

    private Filled fill(SeriesStore store, int each) {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            all.add(store.series(new SeriesKey("bench", "run", "sensor-" + i, "temperature")));
        }
        long from = System.nanoTime();
        for (int i = 0; i < each; i++) {
            for (int j = 0; j < SERIES; j++) {
                all.get(j).append(i * STEP_MILLIS, noise[(i + j) % NOISE], (long) i * SERIES + j, i * STEP_MILLIS);
            }
        }
        return new Filled((long) each * SERIES, System.nanoTime() - from, store.bytes());
    }

    private record Filled(long samples, long nanos, long bytes) {
        double perSecond() {
            return samples * 1e9 / nanos;
        }

        double bytesPerSample() {
            return (double) bytes / samples;
        }
    }
}
