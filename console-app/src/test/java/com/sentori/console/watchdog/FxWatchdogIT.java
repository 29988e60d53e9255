package com.sentori.console.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxToolkit;

@ResourceLock("the toolkit")
class FxWatchdogIT {
    private final List<Hold> holds = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void reports_who_held_the_thread_and_for_how_long() throws Exception {
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            CountDownLatch answered = new CountDownLatch(1);
            Platform.runLater(answered::countDown);
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();

            Platform.runLater(FxWatchdogIT::holdTheThread);

            await().until(() -> !holds.isEmpty());
            assertThat(holds.getFirst().time()).isGreaterThanOrEqualTo(FxWatchdog.LIMIT);
            assertThat(holds.getFirst().toString()).contains("holdTheThread");
        }
    }

    @Test
    void is_silent_while_the_thread_answers() throws Exception {
        CountDownLatch many = new CountDownLatch(100);
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            for (int i = 0; i < 100; i++) {
                Platform.runLater(many::countDown);
            }
            assertThat(many.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(holds).isEmpty();
    }

    /** As work does that belongs elsewhere. */
    private static void holdTheThread() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
