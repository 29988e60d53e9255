package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import com.sentori.lambda.Backend;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.Faulty.Fate;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.Patience;
import com.sentori.lambda.store.TableNames;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the schedule tidies up. Its event, read as one of the gateway, has no method. */
class ScheduleIT {
    private static final APIGatewayProxyRequestEvent SCHEDULED = new APIGatewayProxyRequestEvent();

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
    void ends_abandoned_runs_and_leaves_the_others() {
        Run abandoned = backend.start();
        backend.append(abandoned.id(), 3);
        clock.forward(Duration.ofSeconds(60).plus(Backend.GRACE));
        Run running = backend.start();
        assertThat(schedule(local.client())).isEqualTo("{\"running\":1}");
        assertThat(phase(abandoned)).isEqualTo("ENDED");
        assertThat(phase(running)).isEqualTo("RUNNING");
        assertThat(schedule(local.client())).isEqualTo("{\"running\":1}");
    }

    @Test
    void completes_an_end_that_was_left_half_done() {
        Run run = backend.start();
        backend.append(run.id(), 3);
        AtomicInteger updates = new AtomicInteger();
        Backend dying = new Backend(new Faulty(local.client(),
                (operation, call) -> operation.equals("updateItem") && updates.incrementAndGet() > 1
                        ? Fate.LOST
                        : Fate.ANSWERED)
                .store(), clock);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(50), () -> dying.finish(run.id())));
        assertThat(phase(run)).isEqualTo("ENDING");
        assertThat(schedule(local.client())).isEqualTo("{\"running\":0}");
        assertThat(phase(run)).isEqualTo("ENDED");
        assertThat(backend.runs.find(run.id())).get().returns(RunStatus.COMPLETED, Run::status);
    }

    @Test
    void fails_while_the_store_is_away_so_that_lambda_counts_an_error() {
        DynamoDbClient away = new Faulty(local.client(), (operation, call) -> Fate.LOST).client();
        assertThatExceptionOfType(ContractException.class).isThrownBy(() -> schedule(away));
    }

    private String schedule(DynamoDbClient client) {
        Settings settings = new Settings(TableNames.STANDARD,
                new ServerSettings(Settings.BACKEND, Settings.version(), "local", true, null,
                        ServerSettings.STANDARD_ORIGINS, 5, Backend.GRACE, null, Settings.FEATURES));
        return new RunApiFunction(client, settings, clock).handleRequest(SCHEDULED, LambdaContext.withSecondsLeft(1))
                .getBody();
    }

    private String phase(Run run) {
        return local.store().get("Runs", Item.key("run#" + run.id(), "head")).orElseThrow().text("phase");
    }
}
