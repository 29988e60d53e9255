package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Token;
import com.sentori.console.feed.Standing;
import com.sentori.console.guard.Guard;
import com.sentori.console.journal.Journal;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.twins.LineUp;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHalfTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Test
    void goes_on_where_it_was_with_another_token_when_its_own_has_expired() throws Exception {
        try (FaultyBackend backend = new FaultyBackend();
                SeriesStore store = store()) {
            BackendClient client = backend.client("ecs");
            Run run = client.start(new StartRequest(List.of("s"), 600, 1, Meta.EMPTY), "start");
            ingest(client, run, 1);
            LiveHalf half = new LiveHalf(new BackendRun(client, run, backend.store()), store, CLOCK);
            half.follow();
            await().atMost(Duration.ofSeconds(20)).until(() -> half.known().received() == 1);

            backend.demand("another");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> half.state().standing().circuit() == Standing.Circuit.ENDED);
            half.beat();
            assertThat(half.state().troubled()).isTrue();

            client.use(Token.of("another"));
            ingest(client, run, 2);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                half.beat();
                return half.known().received() == 2;
            });
            half.release();
        }
    }

    @Test
    void fetches_what_a_run_of_its_own_could_not_read_back_when_the_backend_is_there_again() throws Exception {
        try (FaultyBackend backend = new FaultyBackend();
                SeriesStore store = store();
                Guard guard = Guard.none(CLOCK)) {
            BackendClient client = backend.client("ecs");
            client.info();
            backend.suffer(FaultyBackend.Fault.TAIL_AWAY);
            Order order = Order.of(new Order.Form(2, 20, Waveform.SINE), Duration.ofSeconds(1), 7, List.of());
            LiveRun run = LiveRun.drive(List.of(client), sink -> RunSession.start(List.of(client), order,
                    new Records(folder.resolve("runs")), sink, CLOCK), store, guard, CLOCK);
            LiveHalf half = run.halves().getFirst();
            await().atMost(Duration.ofSeconds(90)).until(run::isOver);
            assertThat(half.state().check()).isNull();
            half.beat();
            assertThat(half.isStale()).isTrue();
            assertThat(half.known().link()).isNotEqualTo(RunSeries.Link.ENDED);

            backend.suffer(FaultyBackend.Fault.NONE);
            await().atMost(Duration.ofSeconds(20)).until(() -> half.known().isComplete());
            half.beat();
            assertThat(half.isStale()).isFalse();
            assertThat(half.known().link()).isEqualTo(RunSeries.Link.ENDED);
            assertThat(half.known().received()).isEqualTo(40).isEqualTo(half.state().stored());
            run.release();
        }
    }

    @Test
    void a_twin_run_of_the_past_is_lined_up_from_disk_with_its_backends_off() throws Exception {
        List<BackendRun> seen = new ArrayList<>();
        try (FaultyBackend left = new FaultyBackend();
                FaultyBackend right = new FaultyBackend();
                SeriesStore store = store()) {
            List<BackendClient> clients = List.of(left.client("ecs"), right.client("serverless"));
            Order order = Order.of(new Order.Form(2, 20, Waveform.SINE), Duration.ofSeconds(1), 7, List.of());
            LiveRun run = LiveRun.drive(clients, sink -> RunSession.start(clients, order,
                    new Records(folder.resolve("runs")), sink, CLOCK), store, Guard.none(CLOCK), CLOCK);
            await().atMost(Duration.ofSeconds(60)).until(run::isOver);
            for (LiveHalf half : run.halves()) {
                half.beat();
                seen.add(new BackendRun(half.backend(), half.run(), half.known().key().store()));
            }
            run.release();
        }
        try (SeriesStore store = store()) {
            LiveRun run = LiveRun.watch(seen, store, Guard.none(CLOCK), CLOCK);
            await().atMost(Duration.ofSeconds(20)).until(() -> run.halves().stream().allMatch(LiveHalf::isWhole));
            LineUp.Result result = run.lineUp().result();
            assertThat(result.both()).isEqualTo(40);
            assertThat(result.left().alone() + result.right().alone() + result.different()).isZero();
            run.release();
        }
    }

    @Test
    void a_sensor_is_as_new_and_as_fresh_as_its_newest_series_of_whatever_type() throws Exception {
        try (FaultyBackend backend = new FaultyBackend();
                SeriesStore store = store()) {
            BackendClient client = backend.client("ecs");
            client.info();
            Run run = client.start(new StartRequest(List.of("roof", "idle"), 600, 1, Meta.EMPTY), "start");
            Instant now = Instant.now();
            List<NewReading> sent = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                sent.add(new NewReading("roof", "power", 100 + i, now.minusMillis(100L * (10 - i)), null));
            }
            sent.add(new NewReading("roof", "humidity", 7, now.minusSeconds(60), null));
            client.ingest(run.id(), sent, "key");
            client.clockOffset().add(now, now, now);
            Clock still = Clock.fixed(Instant.now(), ZoneOffset.UTC);
            LiveRun shown = LiveRun.watch(List.of(new BackendRun(client, run, client.info().instanceId())), store,
                    Guard.none(still), still);
            LiveHalf half = shown.halves().getFirst();
            await().atMost(Duration.ofSeconds(20)).until(() -> half.known().received() == 11);

            assertThat(half.newestOf("roof")).isEqualTo(109);
            assertThat(half.newestOf("idle")).isNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> half.vitalityOf("roof") == Vitality.FRESH);
            assertThat(half.vitalityOf("idle")).isEqualTo(Vitality.HELD);
            assertThat(half.known().size()).isEqualTo(2);
            assertThat(shown.linesOf("roof")).containsExactlyInAnyOrder("roof", "roof power", "roof humidity");
            shown.release();
        }
    }

    private SeriesStore store() {
        return new SeriesStore(() -> Journal.open(folder, Journal.STANDARD_LIMIT, CLOCK), 8L << 20);
    }

    private static void ingest(BackendClient client, Run run, int number) throws BackendException {
        client.ingest(run.id(), List.of(new NewReading("s", "temperature", number, Instant.now(), null)),
                "key" + number);
    }
}
