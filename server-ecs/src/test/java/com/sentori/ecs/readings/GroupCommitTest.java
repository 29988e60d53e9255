package com.sentori.ecs.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int MOST = 30_000;
    private static final UUID RUN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final NewReading READING = new NewReading("s", "t", 1, Instant.EPOCH, null);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private final CountDownLatch disk = new CountDownLatch(1);

    @AfterEach
    void close() {
        disk.countDown();
        callers.close();
    }

    @Test
    void commits_together_what_came_while_a_commit_was_under_way() throws Exception {
        GroupCommit commits = new GroupCommit(MOST, this::commit);
        Future<List<Reading>> first = append(commits, RUN, 1);
        await().until(() -> sizes.size() == 1);
        List<Future<List<Reading>>> rest = IntStream.range(0, 50).mapToObj(i -> append(commits, RUN, 1)).toList();
        awaitWaiting(51);

        disk.countDown();

        assertThat(first.get()).hasSize(1);
        for (Future<List<Reading>> one : rest) {
            assertThat(one.get()).hasSize(1);
        }
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(51);
        assertThat(sizes).hasSizeLessThan(10);
    }

    @Test
    void a_run_does_not_wait_for_another() throws Exception {
        GroupCommit commits = new GroupCommit(MOST, (run, group) -> {
            if (run.equals(RUN)) {
                commit(run, group);
            } else {
                store(group);
            }
        });
        Future<List<Reading>> slow = append(commits, RUN, 1);

        assertThat(append(commits, OTHER, 2).get()).hasSize(2);
        assertThat(slow.isDone()).isFalse();
    }

    @Test
    void a_full_group_takes_no_more() throws Exception {
        GroupCommit commits = new GroupCommit(MOST, this::commit);
        Future<List<Reading>> first = append(commits, RUN, 1);
        await().until(() -> sizes.size() == 1);
        List<Future<List<Reading>>> large = IntStream.range(0, 5).mapToObj(i -> append(commits, RUN, 5_000)).toList();
        awaitWaiting(6);
        disk.countDown();
        assertThat(first.get()).hasSize(1);
        for (Future<List<Reading>> one : large) {
            assertThat(one.get()).hasSize(5_000);
        }
        assertThat(sizes).allMatch(size -> size <= 2);
    }

    @Test
    void a_store_that_is_gone_fails_all_who_wait_and_none_who_come_later() throws Exception {
        ContractException gone = ContractException.storeUnavailable(new IllegalStateException("gone"));
        AtomicInteger commitsDone = new AtomicInteger();
        GroupCommit commits = new GroupCommit(MOST, (run, group) -> {
            if (commitsDone.getAndIncrement() == 0) {
                commit(run, List.of());
                throw gone;
            }
            store(group);
        });
        Future<List<Reading>> first = append(commits, RUN, 1);
        await().until(() -> sizes.size() == 1);
        Future<List<Reading>> second = append(commits, RUN, 1);
        awaitWaiting(2);
        disk.countDown();

        assertThat(catchThrowable(first::get)).hasCause(gone);
        await().until(second::isDone);
        assertThat(append(commits, RUN, 1).get()).hasSize(1);
    }

    @Test
    void refuses_at_once_what_is_too_much_over_all_runs_and_takes_more_when_there_is_room() throws Exception {
        GroupCommit commits = new GroupCommit(10, this::commit);
        Future<List<Reading>> first = append(commits, RUN, 6);
        await().until(() -> commits.waitingReadings() == 6);

        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> commits.append(OTHER, arrival(5)))
                .matches(refusal -> refusal.code() == ErrorCode.OVERLOADED);
        Future<List<Reading>> second = append(commits, OTHER, 4);
        await().until(() -> commits.waitingReadings() == 10);
        assertThat(commits.waitingRequests()).isEqualTo(2);

        disk.countDown();
        assertThat(first.get()).hasSize(6);
        assertThat(second.get()).hasSize(4);
        await().until(() -> commits.waitingReadings() == 0 && commits.waitingRequests() == 0);
        assertThat(commits.append(RUN, arrival(50))).hasSize(50); // alone, more than may wait
    }

    private Future<List<Reading>> append(GroupCommit commits, UUID run, int count) {
        return callers.submit(() -> {
            waiting.add(Thread.currentThread());
            return commits.append(run, arrival(count));
        });
    }

    private static Arrival arrival(int count) {
        return new Arrival(Collections.nCopies(count, READING), Instant.EPOCH, Memo.none());
    }

    /** Until so many callers stand in line or are being committed. */
    private void awaitWaiting(int callers) {
        await().until(
                () -> waiting.stream().filter(caller -> caller.getState() == Thread.State.WAITING).count() == callers);
    }

    /** A commit that waits for the disk. */
    private void commit(UUID run, List<Arrival> group) {
        sizes.add(group.size());
        try {
            disk.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        store(group);
    }

    private static void store(List<Arrival> group) {
        group.forEach(arrival -> arrival.outcome()
                .complete(arrival.readings()
                        .stream()
                        .map(reading -> Reading.of(RUN.toString(), 1, reading, arrival.receivedAt()))
                        .toList()));
    }
}
