package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Sandbox;
import com.sentori.bench.site.Scratch;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Start;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.series.RunKey;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.SeriesStore;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.HdrHistogram.Histogram;

/** From when a reading is posted to the sandbox's ecs server until a frame with it was presented: through store, stream, feed, series and chart. */
final class PostedToPixel implements Measurement {
    private static final int SENSORS = 100;
    private static final double MILLIS = 250;
    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 700;
    private static final long WINDOW_MILLIS = 30_000;
    private static final Duration LAST = Duration.ofSeconds(10);

    private final Histogram times = new Histogram(3);
    private volatile boolean measuring;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        try (Sandbox sandbox = Sandbox.start(home, folder);
                Backends backends = new Backends(
                        List.of(BackendProfile.of("ecs", sandbox.address("ecs").toString())), "bench",
                        Clock.systemUTC())) {
            measure(backends.all().getFirst().client(), Duration.ofSeconds(scale.size(15, 5)),
                    Duration.ofSeconds(scale.size(60, 8)));
        } finally {
            Scratch.delete(folder);
        }
        String what = "%d sensors at %d/s, stream: a reading from posted to presented, ".formatted(SENSORS,
                SensorPosts.RATE);
        return List.of(
                Figure.valued("console.pixel.p99", (double) times.getValueAtPercentile(99), "ms",
                        Goal.valueAtMost(MILLIS),
                        what + "p99").reducedIf(scale.quick()),
                Figure.plain("console.pixel.p50", (double) times.getValueAtPercentile(50), "ms", what + "p50")
                        .reducedIf(scale.quick()));
    }

    private void measure(BackendClient ecs, Duration warmUp, Duration length) throws Exception {
        List<String> sensors = IntStream.range(0, SENSORS).mapToObj(i -> "sensor-" + i).toList();
        String run = ecs.start(new StartRequest(sensors, 600, 1, Meta.EMPTY), UUID.randomUUID().toString()).id();
        try (SeriesStore store = new SeriesStore()) {
            RunSeries known = store.run(new RunKey(ecs.info().instanceId(), run)).hold();
            try (SensorPosts posts = new SensorPosts(ecs, run, sensors);
                    TailFeed feed = new TailFeed(ecs, run, () -> Start.FIRST,
                            delivery -> known.accept(delivery.after(), delivery.readings(), delivery.cursor(),
                                    delivery.complete()),
                            Clock.systemUTC())) {
                Stage window = show(known, sensors, posts);
                TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
                measuring = true;
                TimeUnit.NANOSECONDS.sleep(length.toNanos());
                posts.end();
                if (feed.standing().transport() != Standing.Transport.STREAM) {
                    throw new IllegalStateException("The readings came by " + feed.standing().transport() + ".");
                }
                awaitLast(posts);
                Toolkit.call(() -> {
                    window.close();
                    return true;
                });
                ecs.finish(run, "SUCCESS", null);
            }
        }
    }

    private static void awaitLast(SensorPosts posts) throws InterruptedException {
        long deadline = System.nanoTime() + LAST.toNanos();
        while (posts.left() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(posts.left() + " readings never came on screen.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Stage show(RunSeries known, List<String> sensors, SensorPosts posts) throws Exception {
        return Toolkit.call(() -> {
            PixelWatch watch = new PixelWatch(sensors,
                    sensors.stream().map(sensor -> known.series(sensor, "temperature")).toList(), WINDOW_MILLIS,
                    (line, newest) -> PixelWatch.settle(posts.of(line), newest, this::record));
            Stage window = new Stage();
            window.setScene(new Scene(new StackPane(watch.chart()), WIDTH, HEIGHT));
            window.show();
            watch.start();
            return window;
        });
    }

    private void record(long millis) {
        if (measuring) {
            times.recordValue(millis);
        }
    }
}
