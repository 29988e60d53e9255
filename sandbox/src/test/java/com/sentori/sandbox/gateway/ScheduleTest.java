package com.sentori.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void calls_again_and_again_though_a_call_fails() {
        List<APIGatewayProxyRequestEvent> events = new CopyOnWriteArrayList<>();
        ApiFunction failing = new ApiFunction("lambda_run_api", (event, context) -> {
            assertThat(context.getRemainingTimeInMillis()).isPositive();
            events.add(event);
            throw new IllegalStateException("the store is away");
        });
        try (Schedule schedule = new Schedule(failing, Duration.ofMillis(5), Duration.ofSeconds(29))) {
            await().until(() -> events.size() > 2);
            assertThat(schedule).isNotNull();
        }
        assertThat(events).allSatisfy(event -> assertThat(event.getHttpMethod()).isNull());
    }
}
