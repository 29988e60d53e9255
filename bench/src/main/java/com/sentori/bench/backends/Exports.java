package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Load;
import com.sentori.bench.load.Outcome;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A run of ten million readings to a slow client, as lines and as a report, while another run takes readings: a server with -Xmx512m
 * must stream it.
 */
final class Exports implements Measurement {
    private static final int CONNECTIONS = 16;
    private static final double RATE = 200;
    private static final double P99 = 99;
    /** The first tenth is taken at so many bytes a second, the rest as fast as it comes. */
    private static final long SLOW = 4_000_000;
    private static final int BUFFER = 64 * 1024;

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        int rows = scale.size(10_000_000, 50_000);
        EcsProcess server = site.server(OldRuns.NONE);
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Load load = new Load(server.port(), CONNECTIONS, Bodies.singles(server.startRun(), 1_000), 201)) {
            String run = server.startRun();
            fill(site, run, rows);
            load.warmUp(scale.warmUp());
            Outcome quiet = load.openLoop(RATE, scale.turn()).checked();
            Timed lines = beside(load, scale.turn(),
                    threads.submit(timed(() -> lines(get(http, server, "/api/runs/" + run + "/readings",
                            "application/x-ndjson"), rows / 10 * 200L))));
            server.finish(run);
            Timed report = beside(load, scale.turn(), threads.submit(timed(() -> report(get(http, server,
                    "/api/reports/download?runId=" + run, "application/zip")))));
            return List.of(
                    Figure.valued("ecs.export.lost",
                            (double) (Math.abs(rows - lines.lines) + Math.abs(rows + 1 - report.lines)),
                            "lines", Goal.valueAtMost(0),
                            "lines missing in NDJSON and report of a run of %,d readings, to a client that is slow for a tenth"
                                    .formatted(rows)),
                    Figure.plain("ecs.export.ndjson", rows / lines.seconds, "lines/s",
                            "NDJSON, the slow tenth included"),
                    Figure.plain("ecs.export.report", rows / report.seconds, "lines/s", "report, with its summary"),
                    Figure.plain("ecs.export.ingest", Math.max(lines.p99, report.p99), "ms", String.format(Locale.ROOT,
                            "single readings of another run meanwhile, p99 open-loop at %.0f/s; %.1f ms without",
                            RATE, quiet.milliseconds(P99))),
                    Figure.plain("ecs.export.memory", server.peakMemory() / 1e6, "MB",
                            "the most memory that the process had, with -Xmx512m"));
        }
    }

    private static void fill(Site site, String run, int rows) throws SQLException, IOException {
        try (Connection connection = site.connect(OldRuns.NONE);
                InputStream file = Objects.requireNonNull(Exports.class.getResourceAsStream("long-run.sql"));
                PreparedStatement sql = connection
                        .prepareStatement(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
            sql.setInt(1, rows);
            sql.setString(2, run);
            sql.setString(3, run);
            sql.executeUpdate();
        }
    }

    /** Drives the load until the export is over; all of it must be answered. */
    private static Timed beside(Load load, Duration turn, Future<Timed> export) throws Exception {
        double p99 = 0;
        while (!export.isDone()) {
            p99 = Math.max(p99, load.openLoop(RATE, turn).checked().milliseconds(P99));
        }
        return new Timed(export.get().lines, export.get().seconds, p99);
    }

    private static Callable<Timed> timed(Callable<Long> export) {
        return () -> {
            long begun = System.nanoTime();
            long lines = export.call();
            return new Timed(lines, (System.nanoTime() - begun) / 1e9, 0);
        };
    }

    private static InputStream get(HttpClient http, EcsProcess server, String path, String accept) throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static long report(InputStream body) throws IOException, InterruptedException {
        try (ZipInputStream zip = new ZipInputStream(body)) {
            long lines = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("readings.csv")) {
                    lines = count(zip, 0);
                }
            }
            return lines;
        }
    }

    private static long lines(InputStream body, long slowBytes) throws IOException, InterruptedException {
        try (body) {
            return count(body, slowBytes);
        }
    }

    private static long count(InputStream in, long slowBytes) throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        long begun = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
            bytes += n;
            if (bytes < slowBytes) {
                long due = begun + bytes * 1_000_000_000L / SLOW;
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
        }
        return lines;
    }

    private record Timed(long lines, double seconds, double p99) {}
}
