package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.load.Outcome;
import com.sentori.bench.load.Wire;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a scraper finds with as many sensors as there may be, and how long it takes. */
final class Scrapes implements Measurement {
    private static final int RUNS = 5;
    private static final double MOST_MILLISECONDS = 100;
    private static final double MOST_SERIES = 12_000;
    private static final String PATH = "/actuator/prometheus";

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        int sensors = scale.size(1_000, 100);
        EcsProcess server = site.server(OldRuns.NONE);
        String readings = IntStream.range(0, sensors)
                .mapToObj(i -> "{\"sensorId\":\"sensor-" + i + "\",\"reading\":" + i + ".25}")
                .collect(Collectors.joining(",", "[", "]"));
        for (int i = 0; i < RUNS; i++) {
            server.call("POST", "/api/sensors/data",
                    "{\"runId\":\"" + server.startRun() + "\",\"readings\":" + readings + "}");
        }
        try (Load scraper = new Load(server.managementPort(), 1, List.of(Wire.get(PATH)), 200)) {
            scraper.warmUp(scale.warmUp());
            Outcome scraped = scraper.closedLoop(scale.turn().multipliedBy(scale.rounds())).checked();
            String size = String.format(Locale.ROOT, "%d runs of %,d sensors of one type", RUNS, sensors);
            return List.of(
                    Figure.valued("ecs.scrape.time", scraped.milliseconds(50), "ms",
                            Goal.valueAtMost(MOST_MILLISECONDS),
                            String.format(Locale.ROOT, "a scrape of the metrics with %s, p50; longest %.0f ms", size,
                                    scraped.milliseconds(100))),
                    Figure.valued("ecs.scrape.series", series(server), "series", Goal.valueAtMost(MOST_SERIES),
                            "series in it, all of them"));
        }
    }

    private static double series(EcsProcess server) throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + server.managementPort() + PATH);
        try (HttpClient http = HttpClient.newHttpClient()) {
            Stream<String> lines = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines()).body();
            return (double) lines.filter(line -> !line.startsWith("#")).count();
        }
    }
}
