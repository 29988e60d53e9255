package com.sentori.lambda.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.Reading;
import com.sentori.lambda.Backend;
import com.sentori.lambda.Crowd;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.Faulty.Fate;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoAnswersIT {
    private final ManualClock clock = new ManualClock();
    private LocalDynamo local;
    private Backend healthy;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        healthy = new Backend(local, clock);
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void of_many_at_once_one_is_stored() throws Exception {
        String run = healthy.start().id();
        assertThat(Crowd.of(16, i -> append(healthy, run, key("one")))).containsOnlyOnce(true);
        assertThat(stored(run)).hasSize(1);
    }

    @Test
    void what_is_repeated_until_it_is_answered_is_stored_once_whatever_breaks() throws Exception {
        String run = healthy.start().id();
        Crowd.of(6, writer -> {
            Random random = new Random(writer);
            Backend own = new Backend(new Faulty(local.client(), (operation, call) -> Fate.roll(random)).store(),
                    clock);
            for (int i = 0; i < 15; i++) {
                appendUntilAnswered(own, run, key(writer + "-" + i));
            }
            return writer;
        });
        assertThat(stored(run)).hasSize(6 * 15);
    }

    @Test
    void a_writer_that_is_refused_leaves_no_slot_for_which_readers_wait() throws Exception {
        String run = healthy.start().id();
        append(healthy, run, key("one"));
        append(healthy, run, key("one"));
        append(healthy, run, key("two"));
        assertThat(healthy.log.after(healthy.log.head(run, clock.instant()).orElseThrow(), 1, 10)).hasSize(3);
    }

    @Test
    void whoever_carries_on_an_interrupt_all_counts_what_was_ended_before() {
        IntStream.range(0, 4).forEach(i -> healthy.start());
        Backend dying = new Backend(new Faulty(local.client(),
                (operation, call) -> call > 8 ? Fate.LOST : Fate.ANSWERED).store(), clock);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(50), () -> interruptAll(dying)));
        healthy.start();
        assertThat(interruptAll(healthy)).isEqualTo(4);
        assertThat(healthy.runs.countRunning()).isEqualTo(1);
        assertThatExceptionOfType(AlreadyDone.class).isThrownBy(() -> interruptAll(healthy));
    }

    @Test
    void a_scope_is_free_again_after_24_hours() {
        String run = healthy.start().id();
        assertThat(append(healthy, run, key("one"))).isTrue();
        clock.forward(KeptAnswer.TIME);
        String later = healthy.start().id();
        assertThat(healthy.answers.find("one", clock.instant())).isEmpty();
        assertThat(append(healthy, later, key("one"))).isTrue();
        assertThat(healthy.answers.find("one", clock.instant())).isPresent();
    }

    private static void appendUntilAnswered(Backend backend, String run, IdempotencyKey key) {
        while (true) {
            try {
                boolean first = Patience.within(Duration.ofMillis(200), () -> append(backend, run, key));
                assertThat(first || backend.answers.find(key.scope(), backend.clock.instant()).isPresent()).isTrue();
                return;
            } catch (ContractException unanswered) {
                // again
            }
        }
    }

    private static boolean append(Backend backend, String run, IdempotencyKey key) {
        Memo<List<Reading>> memo = Memo.of(key, backend.clock.instant(), made -> ApiResponse.json(201, made.size()));
        try {
            return !backend.readings
                    .append(run, List.of(backend.reading("s-1", 1)), backend.clock.instant(), memo)
                    .isEmpty();
        } catch (AlreadyDone repeat) {
            return false;
        }
    }

    private int interruptAll(Backend backend) {
        return backend.runs.interruptAll(clock.instant(), Memo.of(key("all"), clock.instant(), ApiResponse::ok));
    }

    private List<Reading> stored(String run) {
        return healthy.readings.tail(run, null, 1_000).entries().stream().map(entry -> entry.item()).toList();
    }

    private static IdempotencyKey key(String scope) {
        return new IdempotencyKey(scope, "digest");
    }
}
