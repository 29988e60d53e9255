package com.sentori.console.stage;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The one way from the FX thread out to work that waits, and back; what comes of it is handed to the FX thread. Each piece of work has a thread of
 * its own, of the platform: a report counts for seconds, and on a virtual thread nothing else would run there meanwhile, no sensor either.
 */
public final class Actions {
    private final Executor away;
    private final Executor back;

    /**
     * Of two executors.
     *
     * @param away runs what may wait
     * @param back runs what shows the result: the FX thread
     */
    public Actions(Executor away, Executor back) {
        this.away = away;
        this.back = back;
    }

    /** Does {@code work} away from the FX thread, then on it {@code done} with what it gave, or {@code failed}. */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        away.execute(() -> {
            try {
                T result = work.call();
                back.execute(() -> done.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                back.execute(() -> failed.accept(e));
            }
        });
    }

    /** Shows something on the FX thread; for those who come from another. */
    public void show(Runnable change) {
        back.execute(change);
    }
}
