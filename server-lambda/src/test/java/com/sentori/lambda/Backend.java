package com.sentori.lambda;

import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.StartRequest;
import com.sentori.lambda.answers.DynamoAnswers;
import com.sentori.lambda.log.Retention;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.readings.DynamoReadings;
import com.sentori.lambda.runs.DynamoRuns;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Both ports on one store, as one Lambda instance has them, and what tests say often. */
public final class Backend {
    public static final Duration GRACE = Duration.ofMinutes(2);
    public static final int MAX_RUNNING = 5;

    public final DynamoRuns runs;
    public final Readings readings;
    public final RunLog log;
    public final DynamoAnswers answers;
    public final Clock clock;

    public Backend(LocalDynamo local, Clock clock) {
        this(local.store(), clock);
    }

    public Backend(Store store, Clock clock) {
        this(store, clock, Retention.FOR_EVER);
    }

    public Backend(Store store, Clock clock, Retention retention) {
        this.answers = new DynamoAnswers(store);
        this.log = new RunLog(store, new Lifecycle(GRACE));
        this.runs = new DynamoRuns(store, log, answers, retention, clock);
        this.readings = new DynamoReadings(store, log, answers, clock);
        this.clock = clock;
    }

    public Optional<Run> tryStart() {
        return runs.start(UUID.randomUUID().toString(), "alice", new StartRequest(List.of("s-1"), 60, 5, Meta.EMPTY),
                clock.instant(), MAX_RUNNING, Memo.none());
    }

    public Run start() {
        return tryStart().orElseThrow();
    }

    public Run finish(String runId) {
        return runs.finish(runId, completed(), Memo.none());
    }

    public Ending completed() {
        return new Ending(RunStatus.COMPLETED, EndReason.FINISHED, clock.instant(), null);
    }

    public NewReading reading(String sensorId, double value) {
        return new NewReading(sensorId, "temperature", value, clock.instant(), null);
    }

    public List<Reading> append(String runId, int count) {
        return readings.append(runId, IntStream.range(0, count).mapToObj(i -> reading("s-" + i % 20, i)).toList(),
                clock.instant(), Memo.none());
    }
}
