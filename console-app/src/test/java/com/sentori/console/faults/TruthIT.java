package com.sentori.console.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Timing;
import com.sentori.console.faults.FaultProxy.Fault;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Start;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.series.Hole;
import com.sentori.console.series.RunKey;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.Series;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console shows is what the backend has, whatever the link between them does. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class TruthIT {
    /** As the product's, but for a silence that need not be waited for so long: readings come all the time here. */
    private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(4),
            Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofMillis(100),
            Duration.ofMillis(100), Duration.ofMillis(400));
    /** Two heartbeats of the connection, as long as the last one may have waited for its answer, and a second for a busy machine. */
    private static final Duration SEEN = Duration.ofSeconds(7);
    private static final int SENSORS = 5;

    @TempDir
    private static Path shared;
    private static RunningSandbox sandbox;
    private static Backends direct;

    @TempDir
    private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Sender sender;
    private FaultProxy proxy;
    private BackendClient client;
    private Connection connection;
    private SeriesStore store;

    @BeforeAll
    static void start() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        sandbox = RunningSandbox.start(shared);
        direct = new Backends(sandbox.profiles(), "tester", Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        Awaitility.reset();
        direct.close();
        sandbox.close();
    }

    private static BackendClient backend(String name) {
        return direct.byName(name).orElseThrow().client();
    }

    private void watch(String name) throws Exception {
        watch(name, TIMING);
    }

    private void watch(String name, Timing timing) throws Exception {
        sender = opened(new Sender(backend(name)));
        proxy = opened(new FaultProxy(backend(name).profile().url()));
        Backends through = opened(new Backends(List.of(BackendProfile.of(name, proxy.url())), "tester", null,
                Clock.systemUTC(), timing));
        connection = through.all().getFirst();
        client = connection.client();
        await().until(() -> connection.state().health() == Connection.Health.FRESH);
        store = opened(new SeriesStore(() -> Journal.open(folder, Journal.STANDARD_LIMIT, Clock.systemUTC()),
                64L << 20));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.addFirst(part);
        return part;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"ecs,CUT", "serverless,CUT", "ecs,RESET", "ecs,HALF_OPEN", "ecs,ANSWER_500", "serverless,ANSWER_503",
            "ecs,GARBAGE", "ecs,WRONG_DATA"})
    void after_a_lost_link_every_reading_is_there_once_and_the_loss_was_shown(String name, Fault fault)
            throws Exception {
        watch(name);
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 20);

        proxy.suffer(fault);
        await().atMost(SEEN).until(() -> feed.standing().vitality() == Vitality.LOST);
        // Where nothing tells that the link is gone, a stream is given up after its own silence.
        await().atMost(TIMING.silence().plusSeconds(6))
                .until(() -> feed.standing().circuit() == Standing.Circuit.BROKEN);
        await().until(() -> connection.state().health() == Connection.Health.LOST);
        long shown = run.received();
        assertThat(run.all()).allSatisfy(series -> assertThat(series.newest()).isNotNull());
        awaitSent(shown + 10L * SENSORS);
        proxy.suffer(Fault.NONE);

        awaitLive(feed, run, shown + 15L * SENSORS);
        assertThat(feed.standing().reconnects()).isPositive();
        assertThat(feed.standing().backfilled()).isPositive();
        await().until(() -> connection.state().health() == Connection.Health.FRESH);
        sameAsBackend(feed, run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "serverless"})
    void a_loss_that_nothing_tells_of_is_seen_within_two_heartbeats_with_the_times_of_the_product(String name)
            throws Exception {
        watch(name, Timing.STANDARD);
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 20);
        proxy.suffer(Fault.HALF_OPEN);
        await().atMost(SEEN).until(() -> feed.standing().vitality() == Vitality.LOST);
        proxy.suffer(Fault.CUT);
        proxy.suffer(Fault.NONE);
        awaitLive(feed, run, run.received() + 15L * SENSORS);
        sameAsBackend(feed, run);
    }

    @Test
    void what_is_behind_is_not_called_fresh() throws Exception {
        watch("ecs");
        sender.pause();
        sender.bulk(20_000);
        // A page whose readings came within the last two seconds counts as new.
        Thread.sleep(3_000);
        CompletableFuture<TailFeed> begun = new CompletableFuture<>();
        List<Vitality> behind = new CopyOnWriteArrayList<>();
        TailFeed feed = opened(new TailFeed(client, sender.run().id(), () -> Start.FIRST, delivery -> {
            if (!delivery.caughtUp()) {
                behind.add(begun.join().standing().vitality());
            }
        }, Clock.systemUTC()));
        begun.complete(feed);
        await().until(() -> feed.standing().circuit() == Standing.Circuit.LIVE);
        assertThat(behind).isNotEmpty().containsOnly(Vitality.LATE);
        sender.goOn();
        await().until(() -> feed.standing().vitality() == Vitality.FRESH);
    }

    @ParameterizedTest
    @CsvSource({"ecs,DELAY", "ecs,SLOW", "serverless,SLOW"})
    void a_slow_link_costs_time_and_no_reading(String name, Fault fault) throws Exception {
        watch(name);
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 10);
        proxy.suffer(fault);
        awaitLive(feed, run, run.received() + 30);
        proxy.suffer(Fault.NONE);
        sameAsBackend(feed, run);
    }

    @Test
    void a_run_that_is_longer_than_memory_is_whole_with_the_link_cut_in_its_middle() throws Exception {
        watch("ecs");
        SeriesStore small = opened(new SeriesStore(
                () -> Journal.open(folder.resolve("small"), Journal.STANDARD_LIMIT, Clock.systemUTC()), 700_000));
        sender.pause();
        long bulk = sender.bulk(60_000);
        RunSeries run = series(small);
        TailFeed feed = follow(run, client);
        await().until(() -> run.received() > bulk / 3);
        proxy.suffer(Fault.CUT);
        proxy.suffer(Fault.NONE);
        await().until(() -> run.received() >= bulk);
        sender.goOn();
        awaitLive(feed, run, bulk + 20);
        assertThat(small.bytes()).isLessThan(1_000_000);
        sender.end();
        await().until(() -> run.isComplete());
        small.flush();
        assertThat(run.dropped()).isZero();
        assertThat(samplesByView(run)).isEqualTo(held(backend("ecs"), sender.run()));
    }

    @Test
    void the_seam_between_what_was_on_disk_and_what_is_live_cannot_be_seen() throws Exception {
        watch("ecs");
        RunSeries run = series();
        TailFeed first = follow(run, client);
        awaitLive(first, run, 20);
        first.close();
        assertThat(first.awaitEnd(5_000)).isTrue();
        store.close();
        long seen = run.received();
        awaitSent(seen + 10L * SENSORS);

        SeriesStore again = opened(new SeriesStore(
                () -> Journal.open(folder, Journal.STANDARD_LIMIT, Clock.systemUTC()), 64L << 20));
        RunSeries resumed = series(again);
        await().until(resumed::isLoaded);
        assertThat(resumed.received()).isEqualTo(seen);
        TailFeed second = follow(resumed, client);
        awaitLive(second, resumed, seen + 15L * SENSORS);
        // It went on behind what the journal had, and fetched none of that again.
        assertThat(second.progress().delivered()).isEqualTo(resumed.received() - seen);
        assertThat(resumed.repeated()).isZero();
        sameAsBackend(second, resumed);
    }

    @Test
    void leaving_a_view_and_coming_back_loses_nothing() throws Exception {
        watch("serverless");
        RunSeries run = series();
        TailFeed before = follow(run, client);
        awaitLive(before, run, 10);
        before.close();
        awaitSent(run.received() + 5L * SENSORS);
        TailFeed after = follow(run, client);
        awaitLive(after, run, run.received() + 5);
        assertThat(run.repeated()).isZero();
        sameAsBackend(after, run);
    }

    @Test
    void what_was_seen_is_readable_with_every_backend_off() throws Exception {
        watch("ecs");
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 20);
        store.heard(new SeenRun(run.key().store(), "ecs", sender.run()));
        Map<Long, String> held = sameAsBackend(feed, run);
        proxy.suffer(Fault.CUT);
        store.close();

        SeriesStore alone = opened(new SeriesStore(
                () -> Journal.open(folder, Journal.STANDARD_LIMIT, Clock.systemUTC()), 64L << 20));
        assertThat(alone.seen()).extracting(seen -> seen.run().id()).containsExactly(sender.run().id());
        RunSeries read = series(alone);
        await().until(read::isLoaded);
        assertThat(read.isComplete()).isTrue();
        assertThat(samplesByView(read)).isEqualTo(held);
    }

    @Test
    void another_store_under_the_same_address_is_noticed_and_its_readings_are_not_mixed_in() throws Exception {
        watch("ecs");
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 10);
        String before = Objects.requireNonNull(client.lastInfo()).instanceId();

        proxy.lead(backend("serverless").profile().url());
        await().until(() -> feed.standing().otherStore() != null);
        await().until(() -> before.equals(connection.state().replaced()));
        assertThat(feed.standing().circuit()).isEqualTo(Standing.Circuit.BROKEN);
        long then = run.received();
        awaitSent(then + 5L * SENSORS);
        assertThat(run.received()).isEqualTo(then);

        proxy.lead(backend("ecs").profile().url());
        awaitLive(feed, run, then + 5L * SENSORS);
        assertThat(feed.standing().otherStore()).isNull();
        sameAsBackend(feed, run);
    }

    @Test
    void an_age_is_told_only_where_it_can_be_proven() throws Exception {
        watch("ecs");
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 10);
        var offset = Objects.requireNonNull(client.clockOffset().best());
        // One machine, one clock: the truth is zero.
        assertThat(offset.offset().abs()).isLessThanOrEqualTo(offset.uncertainty());
        assertThat(offset.age(run.receivedAt(), Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(new BackendClient(client.profile(), okhttp3.OkHttpClient::new, "tester").clockOffset().best())
                .isNull();
    }

    @Test
    void a_gap_says_why_it_is_one() throws Exception {
        watch("ecs");
        RunSeries run = series();
        TailFeed feed = follow(run, client);
        awaitLive(feed, run, 40L * SENSORS);
        sender.pause();
        Series series = run.all().iterator().next();
        await().until(() -> whyOpen(run, series, feed) == Hole.Why.SILENT);
        sender.goOn();
        await().until(() -> series.holes(0, Long.MAX_VALUE).stream().anyMatch(hole -> hole.why() == Hole.Why.SILENT));
        proxy.suffer(Fault.CUT);
        await().until(() -> whyOpen(run, series, feed) == Hole.Why.LINK_DOWN);
        proxy.suffer(Fault.NONE);
        await().until(() -> whyOpen(run, series, feed) == null);
        sameAsBackend(feed, run);
        await().until(() -> whyOpen(run, series, feed) == null);
    }

    /** As screens do. */
    private Hole.@Nullable Why whyOpen(RunSeries run, Series series, TailFeed feed) {
        run.link(switch (feed.standing().circuit()) {
            case FETCHING -> RunSeries.Link.FETCHING;
            case LIVE -> RunSeries.Link.LIVE;
            case BROKEN -> RunSeries.Link.DOWN;
            case ENDED -> RunSeries.Link.ENDED;
        });
        Duration age = Objects.requireNonNull(client.clockOffset().best()).age(series.receivedAt(), Instant.now());
        Hole hole = run.open(series, System.currentTimeMillis(), age.toMillis());
        return hole == null ? null : hole.why();
    }

    private RunSeries series() {
        return series(store);
    }

    private RunSeries series(SeriesStore in) {
        return in.run(new RunKey(Objects.requireNonNull(client.lastInfo()).instanceId(), sender.run().id())).hold();
    }

    private TailFeed follow(RunSeries run, BackendClient from) {
        return opened(new TailFeed(from, run.key().runId(), () -> {
            RunSeries.Place place = run.resume();
            return new Start(run.key().store(), place.place(), place.cursor());
        }, delivery -> run.accept(delivery.after(), delivery.readings(), delivery.cursor(), delivery.complete()),
                Clock.systemUTC()));
    }

    private static void awaitLive(TailFeed feed, RunSeries run, long readings) {
        await().until(() -> run.received() >= readings && feed.standing().circuit() == Standing.Circuit.LIVE
                && feed.standing().vitality() == Vitality.FRESH);
    }

    private void awaitSent(long readings) {
        await().until(() -> sender.sent() >= readings);
    }

    /** Ends the run and compares sample for sample with what the backend holds. */
    private Map<Long, String> sameAsBackend(TailFeed feed, RunSeries run) throws Exception {
        sender.end();
        await().until(() -> feed.progress().complete());
        Map<Long, String> held = held(sender.backend(), sender.run());
        assertThat(held).hasSize(Math.toIntExact(sender.sent()));
        assertThat(samplesByView(run)).isEqualTo(held);
        assertThat(run.missingSeqs()).isZero();
        return held;
    }

    /** What a view gets of all series, by the number that is the value of each reading. */
    private static Map<Long, String> samplesByView(RunSeries run) {
        Map<Long, String> samples = new TreeMap<>();
        for (Series series : run.all()) {
            await().untilAsserted(() -> {
                List<String> drawn = new ArrayList<>();
                series.fold(Long.MIN_VALUE, Long.MAX_VALUE, new EverySample(series, drawn, samples));
                assertThat(drawn).hasSize(Math.toIntExact(series.size()));
            });
        }
        return samples;
    }

    private static Map<Long, String> held(BackendClient backend, Run run) throws BackendException {
        Map<Long, String> held = new TreeMap<>();
        String cursor = null;
        boolean complete = false;
        while (!complete) {
            TailPage page = backend.tail(run.id(), cursor, 10_000);
            for (Reading reading : page.items()) {
                held.merge((long) reading.value(), reading.sensorId() + " " + reading.timestamp().toEpochMilli(),
                        (one, other) -> one + " twice " + other);
            }
            cursor = page.cursor();
            complete = page.complete();
        }
        return held;
    }

    /** Sends readings whose value is their number, ten times a second for each sensor, straight to the backend. */
    private static final class Sender implements AutoCloseable {
        private final BackendClient backend;
        private final Run run;
        private final Thread thread;
        private volatile boolean paused;
        private volatile boolean over;
        private long next;
        private volatile long sent;

        Sender(BackendClient backend) throws BackendException {
            this.backend = backend;
            List<String> sensors = java.util.stream.IntStream.range(0, SENSORS).mapToObj(i -> "sensor-" + i).toList();
            this.run = backend.start(new StartRequest(sensors, 600, 1, Meta.EMPTY), UUID.randomUUID().toString());
            this.thread = Thread.ofVirtual().start(this::send);
        }

        private void send() {
            try {
                while (!over) {
                    if (!paused) {
                        post(SENSORS);
                    }
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private synchronized void post(int count) {
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            List<NewReading> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long number = next++;
                batch.add(new NewReading("sensor-" + number % SENSORS, "temperature", number, now, number));
            }
            try {
                backend.ingest(run.id(), batch, UUID.randomUUID().toString());
                sent = next;
            } catch (BackendException e) {
                throw new IllegalStateException("the direct way to the backend works", e);
            }
        }

        /** Sends so many at once. */
        long bulk(int count) {
            for (int i = 0; i < count; i += 5_000) {
                post(5_000);
            }
            return sent;
        }

        void pause() {
            paused = true;
        }

        void goOn() {
            paused = false;
        }

        long sent() {
            return sent;
        }

        Run run() {
            return run;
        }

        BackendClient backend() {
            return backend;
        }

        void end() throws InterruptedException, BackendException {
            over = true;
            thread.join();
            backend.finish(run.id(), "SUCCESS", null);
        }

        @Override
        public void close() throws IOException {
            if (!over) {
                try {
                    end();
                } catch (BackendException e) {
                    throw new IOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
