package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.console.boards.BoardPane;
import com.sentori.console.dashboards.Dashboard;
import com.sentori.console.dashboards.DashboardFile;
import com.sentori.console.dashboards.Inquiry;
import com.sentori.console.dashboards.Round;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.dashboards.Sources;
import com.sentori.console.sources.PrometheusSource;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import okhttp3.OkHttpClient;

/**
 * A dashboard of 12 charts of 20 series of 1,000 points each, asked again and again: from when the last answer has left its source until all charts of it were
 * presented. Reading and drawing of earlier answers go on while later ones come.
 */
final class DashboardRefresh implements Measurement {
    private static final int PANELS = 12;
    private static final int SERIES = 20;
    private static final int POINTS = 1_000;
    private static final double MILLIS = 300;
    /** As large as the screen of JavaFX's headless platform, which cannot present more. */
    private static final int SIDE = 1_000;
    private static final Instant FROM = Instant.parse("2026-01-15T10:00:00Z");
    private static final int PRESENTED = 2;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        int rounds = scale.size(30, 5);
        OkHttpClient http = new OkHttpClient();
        List<Double> pixels = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        try (NoisyPrometheus source = new NoisyPrometheus(PANELS, SERIES, POINTS, FROM.getEpochSecond());
                Sources sources = new Sources(new PrometheusSource(source.address(), () -> http, Clock.systemUTC()),
                        null, null, null)) {
            Dashboard dashboard = DashboardFile.read(json().getBytes(StandardCharsets.UTF_8), "bench");
            Round.Request request = new Round.Request(dashboard, null, Map.of(), FROM.toString(),
                    FROM.plusSeconds(POINTS - 1).toString(), Locale.ENGLISH, ZoneOffset.UTC);
            BoardPane board = Toolkit.call(() -> show(dashboard));
            for (int i = 0; i < rounds * 2; i++) {
                long begun = System.nanoTime();
                long end = presented(request, sources, board);
                // The first half warms up.
                if (i >= rounds) {
                    pixels.add((end - source.lastSent()) / 1e6);
                    whole.add((end - begun) / 1e6);
                }
            }
            Toolkit.call(() -> {
                board.getScene().getWindow().hide();
                board.close();
                return true;
            });
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
        String what = "%d charts × %d series × %,d points, ".formatted(PANELS, SERIES, POINTS);
        return List.of(
                Figure.valued("console.dashboard.pixels", median(pixels), "ms", Goal.valueAtMost(MILLIS),
                        what + "from the last answer to pixels, median").reducedIf(scale.quick()),
                Figure.plain("console.dashboard.whole", median(whole), "ms", what + "from asking to pixels, median")
                        .reducedIf(scale.quick()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String json() {
        StringBuilder json = new StringBuilder("{\"title\": \"Bench\", \"panels\": [");
        for (int i = 0; i < PANELS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("""
                            {"id": %d, "type": "timeseries", "title": "Panel %d", "maxDataPoints": %d,
                             "gridPos": {"x": %d, "y": %d, "w": 6, "h": 9},
                             "targets": [{"refId": "A", "expr": "panel%d", "legendFormat": "{{sensor_id}}"}]}"""
                            .formatted(
                                    i + 1, i + 1, POINTS, i % 4 * 6, i / 4 * 9, i));
        }
        return json.append("]}").toString();
    }

    private static BoardPane show(Dashboard dashboard) {
        Texts texts = new Texts(Locale.ENGLISH);
        BoardPane board = new BoardPane(texts, new Figures(texts, ZoneOffset.UTC), ZoneOffset.UTC, _ -> {});
        board.lay(dashboard.panels());
        Stage window = new Stage();
        window.setScene(new Scene(board, SIDE, SIDE));
        window.show();
        return board;
    }

    /** Asks, and waits until all was presented; gives when that was. */
    private static long presented(Round.Request request, Sources sources, BoardPane board) throws Exception {
        CompletableFuture<Long> end = new CompletableFuture<>();
        AtomicInteger shown = new AtomicInteger();
        try (Inquiry _ = Inquiry.begin(request, sources, FROM, new Inquiry.Listener() {
            @Override
            public void laidOut(Round round) {
                // It lies already.
            }

            @Override
            public void answered(int place, Shown answer) {
                Platform.runLater(() -> {
                    board.show(place, answer);
                    if (shown.incrementAndGet() == PANELS) {
                        watch(board, end);
                    }
                });
            }

            @Override
            public void finished() {
                // The last panel is waited for.
            }

            @Override
            public void failed(String sentence) {
                end.completeExceptionally(new IllegalStateException(sentence));
            }
        })) {
            return end.get(1, TimeUnit.MINUTES);
        }
    }

    /** A frame counts as presented with the second pulse after its picture was put into the scene, as that pulse is over then. */
    private static void watch(BoardPane board, CompletableFuture<Long> end) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses = board.hasDrawn() ? pulses + 1 : 0;
                if (pulses > PRESENTED) {
                    stop();
                    end.complete(System.nanoTime());
                }
            }
        }.start();
    }
}
