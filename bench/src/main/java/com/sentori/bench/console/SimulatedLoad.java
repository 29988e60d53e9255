package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import com.sentori.console.runs.RunCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether 1,000 sensors at 5 a second keep time on both backends at once, and what was stored. */
final class SimulatedLoad implements Measurement {
    private static final double MOST_LATE_MILLIS = 100;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        List<Figure> rows = new ArrayList<>();
        try (LoadedSandbox load = LoadedSandbox.start(home, Duration.ofSeconds(scale.size(60, 10)))) {
            load.session().await();
            for (Drive drive : load.session().drives()) {
                rows.addAll(rows(drive, load.wrong(drive)));
            }
        }
        return rows.stream().map(row -> row.reducedIf(scale.quick())).toList();
    }

    private static List<Figure> rows(Drive drive, double wrong) {
        String name = drive.backend().profile().name();
        String id = "console.simulator." + name;
        Percentiles lateness = drive.latencies().percentiles(Latencies.Kind.LATENESS);
        Percentiles delay = drive.latencies().percentiles(Latencies.Kind.DELAY);
        Percentiles request = drive.latencies().percentiles(Latencies.Kind.REQUEST);
        RunCheck check = drive.progress().check();
        System.err.println(String.format(Locale.ROOT, "  %s: %s; lateness %s; durable after %s; requests %s", name,
                check == null ? drive.progress().note() : check.line(name), lateness, delay, request));
        return List.of(
                Figure.valued(id + ".lateness", lateness.p99(), "ms", Goal.valueAtMost(MOST_LATE_MILLIS),
                        "%d sensors at %.0f/s: a reading from due to sent, p99".formatted(LoadedSandbox.SENSORS,
                                LoadedSandbox.RATE)),
                Figure.valued(id + ".wrong", wrong, "readings", Goal.valueAtMost(0),
                        "readings missing, doubled or different, by tail and digest"),
                Figure.plain(id + ".durable", delay.p99(), "ms", "a reading from due to acknowledged, p99"),
                Figure.plain(id + ".request", request.p99(), "ms", "a request of a batch, p99"));
    }
}
