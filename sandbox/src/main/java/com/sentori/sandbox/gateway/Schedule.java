package com.sentori.sandbox.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Calls a function every so often, as EventBridge does: its event, read as one of the gateway, has no method. A call that
 * fails is said and not repeated; the next one comes in its time.
 */
public final class Schedule implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Schedule.class.getName());

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("schedule").factory());
    private final ApiFunction function;
    private final Duration limit;

    /**
     * Begins, with the first call after the first interval.
     *
     * @param every from one call's end to the next
     * @param limit how long a call may take
     */
    public Schedule(ApiFunction function, Duration every, Duration limit) {
        this.function = function;
        this.limit = limit;
        var _ = thread.scheduleWithFixedDelay(this::call, every.toMillis(), every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void call() {
        try {
            function.handler()
                    .handleRequest(new APIGatewayProxyRequestEvent(),
                            new LocalContext(function.name(), UUID.randomUUID().toString(), limit));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the scheduled call of " + function.name() + " failed: " + e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
