package com.sentori.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunQuery;
import com.sentori.lambda.log.Retention;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.TableNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is left of old runs, at every moment of their deletion. */
class RetentionIT {
    private static final List<String> TABLES = List.of(TableNames.STANDARD.runs(), TableNames.STANDARD.sensorData());

    /** Far ahead: DynamoDB itself, which knows the true time, deletes none of it. */
    private final ManualClock clock = new ManualClock(Instant.parse("2100-01-31T10:00:00Z"));
    private LocalDynamo local;
    private Backend backend;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        backend = new Backend(local.store(), clock, Retention.ofDays(7));
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void all_items_of_a_run_go_from_the_same_second_on() {
        Run run = backend.start();
        backend.append(run.id(), 100);
        backend.finish(run.id());
        Instant until = run.startedAt().plusSeconds(60).plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        assertThat(itemsOf(run)).hasSize(3 + 20 + 1)
                .allSatisfy(
                        item -> assertThat(item.item().until()).isEqualTo(until));
    }

    @Test
    void nothing_goes_where_no_retention_is_set() {
        Backend keeping = new Backend(local.store(), clock, Retention.FOR_EVER);
        Run run = keeping.start();
        keeping.append(run.id(), 100);
        keeping.finish(run.id());
        assertThat(itemsOf(run)).isNotEmpty().allSatisfy(item -> assertThat(item.item().until()).isNull());
        clock.forward(Duration.ofDays(10_000));
        assertThat(keeping.runs.find(run.id())).isPresent();
    }

    @Test
    void a_run_is_gone_when_its_time_is_over_though_every_item_is_still_there() {
        Run old = backend.start();
        backend.append(old.id(), 50);
        backend.finish(old.id());
        clock.forward(Duration.ofDays(8));
        assertThat(backend.runs.find(old.id())).isPresent();
        clock.forward(Duration.ofDays(2));
        Run young = backend.start();
        assertGone(old);
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 100).entries()).extracting(entry -> entry.item().id())
                .containsExactly(young.id());
        assertThat(new Backend(local.store(), clock).runs.find(old.id())).isEmpty();
    }

    @RepeatedTest(5)
    void a_run_is_gone_whichever_of_its_items_are_deleted_first(RepetitionInfo round) {
        Run old = backend.start();
        backend.append(old.id(), 30);
        backend.append(old.id(), 30);
        if (round.getCurrentRepetition() % 2 == 0) {
            backend.finish(old.id());
        }
        clock.forward(Duration.ofDays(10));
        Random random = new Random(round.getCurrentRepetition());
        itemsOf(old).stream().filter(item -> random.nextBoolean()).forEach(this::delete);
        assertGone(old);
        assertThat(backend.runs.tidyUp()).isZero();
        assertGone(old);
    }

    @Test
    void a_run_that_still_runs_is_never_gone() {
        Backend brief = new Backend(local.store(), clock, new Retention(Duration.ofDays(-2).plusMinutes(1)));
        Run run = brief.start();
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofMinutes(1).plusSeconds(30));
            brief.append(run.id(), 1);
        }
        assertThat(brief.runs.running()).extracting(Run::id).containsExactly(run.id());
        assertThat(brief.readings.tail(run.id(), null, 100).entries()).hasSize(10);
    }

    @Test
    void what_was_deleted_while_nobody_looked_takes_no_place_among_the_running() {
        List<Run> abandoned = List.of(backend.start(), backend.start(), backend.start(), backend.start(),
                backend.start());
        assertThat(backend.tryStart()).isEmpty();
        clock.forward(Duration.ofDays(10));
        abandoned.forEach(run -> itemsOf(run).forEach(this::delete));
        assertThat(backend.tryStart()).isPresent();
        assertThat(backend.runs.running()).hasSize(1);
        assertThat(backend.runs.interruptAll(clock.instant(), Memo.none())).isEqualTo(1);
    }

    @Test
    void months_of_which_nothing_is_left_are_forgotten() {
        Run old = backend.start();
        backend.finish(old.id());
        clock.forward(Duration.ofDays(70)); // April
        Run young = backend.start();
        backend.runs.tidyUp();
        assertThat(months()).hasSize(2);
        itemsOf(old).forEach(this::delete);
        backend.runs.tidyUp();
        backend.runs.tidyUp();
        assertThat(months()).hasSize(1);
        assertThat(backend.runs.newestFirst(RunQuery.ALL, null, 10).entries()).extracting(entry -> entry.item().id())
                .containsExactly(young.id());
    }

    @Test
    void dynamodb_deletes_old_runs_by_itself() {
        Retention retention = Retention.ofDays(1);
        Instant now = Instant.now();
        Duration kept = Duration.between(now, Objects.requireNonNull(retention.until(now, 60)));
        // It is old enough soon, and not before all is written.
        Backend past = new Backend(local.store(), new ManualClock(now.minus(kept).plusSeconds(10)), retention);
        Run old = past.start();
        past.append(old.id(), 100);
        past.finish(old.id());
        await().atMost(Duration.ofMinutes(2)).until(() -> itemsOf(old).isEmpty());
        assertGone(old);
    }

    private void assertGone(Run run) {
        Backend fresh = new Backend(local.store(), clock, Retention.ofDays(7));
        assertThat(fresh.runs.find(run.id())).isEmpty();
        assertThat(fresh.runs.running()).extracting(Run::id).doesNotContain(run.id());
        assertThat(fresh.runs.newestFirst(RunQuery.ALL, null, 100).entries()).extracting(entry -> entry.item().id())
                .doesNotContain(run.id());
        assertNotFound(() -> fresh.readings.tail(run.id(), null, 100));
        assertNotFound(() -> fresh.append(run.id(), 1));
        assertNotFound(() -> fresh.finish(run.id()));
        assertThat(fresh.readings.search(new ReadingQuery(run.id(), null, null, null, null), null, 10).entries())
                .isEmpty();
        assertThat(fresh.readings.search(new ReadingQuery(null, "s-1", null, null, null), null, 10).entries())
                .isEmpty();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(ContractException.class).isThrownBy(call)
                .returns(ErrorCode.RUN_NOT_FOUND, ContractException::code);
    }

    private Set<String> months() {
        return local.store().get("Runs", Item.key("registry", "registry")).orElseThrow().texts("months");
    }

    private record Stored(String table, Item item) {}

    private List<Stored> itemsOf(Run run) {
        List<Stored> found = new ArrayList<>();
        for (String table : TABLES) {
            for (Map<String, AttributeValue> values : local.client().scan(all -> all.tableName(table)).items()) {
                Item item = new Item(values);
                if ((item.text("pk") + item.text("sk")).contains(run.id())) {
                    found.add(new Stored(table, item));
                }
            }
        }
        return found;
    }

    private void delete(Stored stored) {
        local.client().deleteItem(item -> item.tableName(stored.table()).key(stored.item().key().values()));
    }
}
