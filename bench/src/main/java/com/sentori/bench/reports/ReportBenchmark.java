package com.sentori.bench.reports;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Report;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.reports.ReportProcess.Took;
import com.sentori.bench.site.Machine;
import com.sentori.bench.site.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./sentori bench reports}: reports of a long run and of one ten times as long, from the journal, each in a process of its own with a limited heap. */
public final class ReportBenchmark {
    private static final int LONG = 1_000_000;
    private static final int QUICKLY = 100_000;
    private static final int TIMES = 10;
    private static final int ROUNDS = 3;
    private static final double SECONDS = 10;
    private static final double RATIO = 11;
    private static final double MEGABYTES = 2;
    private static final double SAME_SIZE = 0.1;
    private static final double ROWS = 500_000;
    private static final String ALL = "HTML,PDF,CSV,JSON";

    private ReportBenchmark() {}

    /** Measures. */
    public static Report run(Path home, boolean quick) throws Exception {
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        LongRun small = new LongRun(scale.size(LONG, QUICKLY));
        LongRun large = new LongRun(small.readings() * TIMES);
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        try {
            System.err.println("Writing the journal …");
            small.write(folder);
            large.write(folder);
            return new Report(Machine.describe(), rows(folder, small, large, quick));
        } finally {
            Scratch.delete(folder);
        }
    }

    private static List<Figure> rows(Path folder, LongRun small, LongRun large, boolean quick) throws Exception {
        Path out = folder.resolve("out");
        List<Took> smalls = new ArrayList<>();
        List<Took> larges = new ArrayList<>();
        Rounds rounds = Rounds.of(quick ? 1 : ROUNDS, List.of(
                () -> took(smalls, ReportProcess.run(folder, small, out, ALL)).seconds(),
                () -> took(larges, ReportProcess.run(folder, large, out, ALL)).seconds(),
                () -> {
                    Took csv = ReportProcess.run(folder, large, out, "CSV");
                    return csv.readings() / csv.seconds();
                }));
        double html = smalls.getLast().html();
        double largeHtml = larges.getLast().html();
        double heap = larges.stream().mapToDouble(Took::heap).max().orElse(0);
        return List.of(
                Figure.valued("reports.time", rounds.median(0), "s", Goal.valueAtMost(SECONDS),
                        "all four forms of a run of %,d readings from the journal, checked reading by reading"
                                .formatted(small.readings())),
                Figure.compared("reports.time.ten", "s", rounds.compare(1, 0), Goal.atMost(RATIO),
                        "of a run ten times as long"),
                Figure.valued("reports.heap", heap, "MB", Goal.valueAtMost(ReportProcess.HEAP),
                        "peak heap of the longer one, with -Xmx%dm".formatted(ReportProcess.HEAP)),
                Figure.valued("reports.html", html, "MB", Goal.valueAtMost(MEGABYTES), "its HTML"),
                Figure.compared("reports.html.ten", "MB", new Rounds.Pair(largeHtml, html, largeHtml / html),
                        Goal.within(SAME_SIZE), "the HTML of the longer one"),
                Figure.valued("reports.csv", rounds.median(2), "rows/s", Goal.valueAtLeast(ROWS),
                        "readings of the longer one as CSV, with the figures and the check"))
                .stream()
                .map(row -> row.reducedIf(quick))
                .toList();
    }

    private static Took took(List<Took> all, Took one) {
        all.add(one);
        return one;
    }
}
