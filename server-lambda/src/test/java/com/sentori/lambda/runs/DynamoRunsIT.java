package com.sentori.lambda.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.StartRequest;
import com.sentori.lambda.Backend;
import com.sentori.lambda.Crowd;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.LocalDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoRunsIT {
    private final ManualClock clock = new ManualClock();
    private LocalDynamo local;
    private Backend backend;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        backend = new Backend(local, clock);
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void keeps_what_a_run_was_started_with() {
        String id = UUID.randomUUID().toString();
        List<String> sensors = IntStream.range(0, 1_000).mapToObj(i -> "sensor-ä-" + i).toList();
        StartRequest request = new StartRequest(sensors, 86_400, 3_600, new Meta("{\"seed\":1.50,\"a\":[1e3]}"));
        Run started = backend.runs.start(id, "bob", request, clock.instant(), 5, Memo.none()).orElseThrow();
        assertThat(new Backend(local, clock).runs.find(id)).contains(started);
        assertThat(started.meta().json()).isEqualTo("{\"seed\":1.50,\"a\":[1e3]}");
        assertThat(backend.runs.find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void lets_exactly_five_of_a_hundred_start() throws Exception {
        Backend other = new Backend(local, clock);
        List<Optional<Run>> answers = Crowd.of(100, i -> (i % 2 == 0 ? backend : other).tryStart());
        assertThat(answers.stream().flatMap(Optional::stream)).hasSize(5);
        assertThat(backend.runs.countRunning()).isEqualTo(5);
        assertThat(other.runs.running()).hasSize(5).isSortedAccordingTo(newestFirst());
    }

    @Test
    void lets_a_run_start_when_another_has_ended_or_expired() {
        List<Run> five = IntStream.range(0, 5).mapToObj(i -> backend.start()).toList();
        assertThat(backend.tryStart()).isEmpty();
        backend.finish(five.getFirst().id());
        Run sixth = backend.start();
        assertThat(backend.tryStart()).isEmpty();
        clock.forward(Duration.ofSeconds(60).plus(Backend.GRACE));
        assertThat(IntStream.range(0, 5).mapToObj(i -> backend.start())).hasSize(5);
        assertThat(backend.tryStart()).isEmpty();
        assertThat(backend.runs.find(sixth.id())).get().returns(EndReason.TIMEOUT, Run::endReason);
    }

    @Test
    void has_one_winner_of_many_finishers() throws Exception {
        Run run = backend.start();
        List<Ending> wishes = IntStream.range(0, 20)
                .mapToObj(i -> new Ending(i % 2 == 0 ? RunStatus.COMPLETED : RunStatus.FAILED,
                        i % 2 == 0 ? EndReason.FINISHED : EndReason.CLIENT_FAILED,
                        clock.instant().plusMillis(i),
                        "by " + i))
                .toList();
        List<Optional<Run>> answers = Crowd.of(20, i -> {
            try {
                return Optional.of(backend.runs.finish(run.id(), wishes.get(i), Memo.none()));
            } catch (ContractException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_RUNNING);
                return Optional.empty();
            }
        });
        assertThat(answers.stream().flatMap(Optional::stream).distinct()).singleElement()
                .satisfies(ended -> assertThat(backend.runs.find(run.id())).contains(ended));
        assertThat(answers.stream().flatMap(Optional::stream)).hasSize(10);
        assertThat(backend.runs.countRunning()).isZero();
    }

    @Test
    void gives_the_first_result_again_and_refuses_another() {
        Run run = backend.start();
        Run ended = backend.finish(run.id());
        clock.forward(Duration.ofSeconds(1));
        assertThat(backend.finish(run.id())).isEqualTo(ended);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> backend.runs.finish(run.id(), Ending.interrupted(clock.instant()), Memo.none()))
                .returns(ErrorCode.RUN_NOT_RUNNING, ContractException::code);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> backend.finish(UUID.randomUUID().toString()))
                .returns(ErrorCode.RUN_NOT_FOUND, ContractException::code);
    }

    @Test
    void interrupts_only_those_that_still_run() throws Exception {
        List<Run> runs = IntStream.range(0, 4).mapToObj(i -> backend.start()).toList();
        Run finished = backend.finish(runs.getFirst().id());
        List<Integer> counts = Crowd.of(8, i -> backend.runs.interruptAll(clock.instant(), Memo.none()));
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        assertThat(backend.runs.running()).isEmpty();
        assertThat(backend.runs.find(finished.id())).contains(finished);
        assertThat(backend.runs.find(runs.get(1).id())).get().returns(EndReason.OPERATOR, Run::endReason);
    }

    @Test
    void ends_an_expired_run_at_the_instant_it_expired_whoever_meets_it() {
        Run silent = backend.start();
        Run busy = backend.start();
        clock.forward(Duration.ofSeconds(100));
        backend.append(busy.id(), 1);
        Instant busyUntil = clock.instant().plus(Backend.GRACE);
        clock.forward(Duration.ofSeconds(80).minusMillis(1));
        assertThat(backend.runs.countRunning()).isEqualTo(2);
        clock.forward(Duration.ofMillis(1));
        assertThat(backend.runs.countRunning()).isEqualTo(1);
        assertThat(backend.runs.find(silent.id())).get()
                .returns(RunStatus.FAILED, Run::status)
                .returns(EndReason.TIMEOUT, Run::endReason)
                .returns(silent.startedAt().plusSeconds(60).plus(Backend.GRACE), Run::finishedAt);
        assertThatExceptionOfType(ContractException.class).isThrownBy(() -> backend.finish(silent.id()))
                .returns(ErrorCode.RUN_NOT_RUNNING, ContractException::code);
        clock.forward(Duration.ofDays(1));
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 10).entries())
                .extracting(entry -> entry.item().status())
                .containsOnly(RunStatus.FAILED);
        assertThat(backend.runs.find(busy.id())).get().returns(busyUntil, Run::finishedAt);
        assertThat(backend.runs.running()).isEmpty();
    }

    @Test
    void lists_all_runs_newest_first_over_months_while_runs_are_added() {
        List<Run> expected = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            if (i % 3 == 0) {
                clock.forward(Duration.ofDays(5));
            }
            Run run = backend.start();
            expected.add(backend.finish(run.id()));
        }
        expected.sort(newestFirst());
        List<Run> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<Run> slice = backend.runs.newestFirst(RunQuery.ALL, after, 7);
            slice.entries().forEach(entry -> seen.add(entry.item()));
            after = slice.resume();
            backend.finish(backend.start().id());
        } while (after != null);
        List<Run> added = new ArrayList<>(seen);
        added.removeAll(expected);
        assertThat(added).isEmpty();
        assertThat(seen).containsExactlyElementsOf(expected);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    }

    @Test
    void says_where_the_list_ends() {
        IntStream.range(0, 5).forEach(i -> backend.start());
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 5).resume()).isNull();
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 4).resume()).isNotNull();
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 100).entries()).hasSize(5);
    }

    @Test
    void has_one_id_for_the_store() throws Exception {
        List<String> ids = Crowd.of(10, i -> new StoreId(local.store()).get());
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    private static Comparator<Run> newestFirst() {
        return Comparator.comparing(Run::startedAt).thenComparing(Run::id).reversed();
    }
}
