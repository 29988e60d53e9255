package com.sentori.console.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Works the window from another thread: does something on the FX thread, and waits for what it shall lead to. */
final class Stagehand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Does something on the FX thread, and waits until it was done. */
    <T> T call(Callable<T> work) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The window did not answer within " + PATIENCE.toSeconds() + " s.", e);
        }
    }

    /** Does something on the FX thread, and waits until it was done. */
    void run(Runnable work) throws InterruptedException {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Waits until a condition holds at a frame.
     *
     * @param what is waited for, as in "until …"
     * @param condition looked at on the FX thread
     * @throws IllegalStateException if it does not come in time
     */
    void until(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    held.complete(true);
                }
            }
        };
        run(timer::start);
        try {
            held.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Waited " + patience.toSeconds() + " s in vain until " + what + ".", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            run(timer::stop);
        }
    }

    /** Waits for so many frames, so that what was changed is on screen. */
    void frames(int count) throws InterruptedException {
        int[] left = {count};
        until("the window drew", PATIENCE, () -> --left[0] < 0);
    }
}
