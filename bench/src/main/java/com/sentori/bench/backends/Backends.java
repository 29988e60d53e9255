package com.sentori.bench.backends;

import com.sentori.bench.figures.Choice;
import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Report;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Machine;
import com.sentori.bench.site.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** {@code ./sentori bench backends}: what both backends promise. */
public final class Backends {
    private static final Map<String, Measurement> MEASUREMENTS = measurements();

    private Backends() {}

    /**
     * Measures.
     *
     * @param only rows whose id begins with one of these; none for all
     * @throws IllegalArgumentException if there are no such rows
     */
    public static Report run(Path home, boolean quick, List<String> only) throws Exception {
        List<Measurement> wanted = Choice.of(MEASUREMENTS, only);
        List<Figure> rows = new ArrayList<>();
        List<String> machine = new ArrayList<>(Machine.describe());
        try (Site site = new Site(home, quick)) {
            Histogram flushes = Machine.flushes(site.folder());
            machine.add(String.format(Locale.ROOT,
                    "PostgreSQL with fsync and synchronous_commit on; a flush of 8 KiB takes %.2f ms (p50), %.2f ms (p99).",
                    flushes.getValueAtPercentile(50) / 1e6, flushes.getValueAtPercentile(99) / 1e6));
            rows.add(Figure.plain("machine.flush", flushes.getValueAtPercentile(50) / 1e6, "ms",
                    "the disk makes 8 KiB durable, p50"));
            for (Measurement measurement : wanted) {
                site.settle();
                System.err.println("Measuring with " + measurement.getClass().getSimpleName() + " …");
                for (Figure figure : measurement.measure(site, quick ? Scale.QUICK : Scale.FULL)) {
                    rows.add(figure.reducedIf(quick));
                }
            }
        }
        return new Report(machine, rows);
    }

    private static Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("ecs.single", new SingleReadings());
        all.put("ecs.batch", new Batches());
        all.put("ecs.poll", new Polls());
        all.put("ecs.table", new BigTable());
        all.put("ecs.stream", new Streams());
        all.put("ecs.export", new Exports());
        all.put("ecs.scrape", new Scrapes());
        all.put("serverless", new Serverless());
        all.put("cold-start", new ColdStarts());
        return all;
    }
}
