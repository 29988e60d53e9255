package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Scratch;
import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How fast seen readings go to disk and come back, and how much room they take there. */
final class JournalWrites implements Measurement {
    private static final int SERIES = 1_000;
    private static final int BLOCK = 2_500;
    private static final long BEGIN = 1_767_225_600_000L;
    private static final List<Segment.Name> NAMES = IntStream.range(0, SERIES)
            .mapToObj(i -> new Segment.Name("sensor-" + i, "temperature"))
            .toList();

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        int blocks = scale.size(400, 80);
        List<Double> reads = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        Rounds writes = Rounds.of(scale.rounds(), List.of(() -> round(blocks, reads, bytes)));
        double readings = (double) blocks * BLOCK;
        return List.of(
                Figure.plain("console.journal.write", writes.median(0), "readings/s",
                        "blocks of %d readings of %d series, one transaction each".formatted(BLOCK, SERIES)),
                Figure.plain("console.journal.read", reads.stream().sorted().toList().get(reads.size() / 2),
                        "readings/s", "the same, read back from the beginning to the end"),
                Figure.plain("console.journal.bytes", bytes.getLast() / readings, "bytes",
                        "on disk for a reading with sequence number, time, place and arrival; its value is noise"));
    }

    private static double round(int blocks, List<Double> reads, List<Double> bytes) throws IOException {
        Path folder = Files.createTempDirectory("sentori-journal");
        try (Journal journal = Journal.open(folder, Long.MAX_VALUE, Clock.systemUTC())) {
            List<Segment> segments = IntStream.range(0, blocks).mapToObj(JournalWrites::segment).toList();
            long from = System.nanoTime();
            for (Segment segment : segments) {
                journal.write(List.of(segment), List.of());
            }
            long written = System.nanoTime();
            long[] count = new long[1];
            journal.read("bench", "run", Long.MIN_VALUE, Long.MAX_VALUE, back -> {
                count[0] += back.arrivals().size();
                return true;
            });
            long read = System.nanoTime();
            if (count[0] != (long) blocks * BLOCK) {
                throw new IllegalStateException("The journal gave back " + count[0] + " readings.");
            }
            reads.add(count[0] * 1e9 / (read - written));
            bytes.add((double) journal.state().bytes());
            return count[0] * 1e9 / (written - from);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static Segment segment(int number) {
        SplittableRandom noise = new SplittableRandom(number);
        Arrivals arrivals = new Arrivals();
        long after = (long) number * BLOCK;
        for (long place = after + 1; place <= after + BLOCK; place++) {
            long time = BEGIN + place / SERIES * 200;
            arrivals.add((int) (place % SERIES), time, noise.nextDouble(), place, place, time + noise.nextInt(200));
        }
        return new Segment("bench", "run", after, after + BLOCK, "cursor-" + number, false, NAMES, arrivals);
    }
}
