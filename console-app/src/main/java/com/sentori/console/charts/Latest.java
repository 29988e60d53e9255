package com.sentori.console.charts;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Work beside the drawing, of which only the newest order counts: one is under way, one waits, and what comes of it is shown on the FX thread. FX thread. */
final class Latest {
    private boolean busy;
    private @Nullable Runnable waiting;

    /** Does work on another thread, then shows what came of it. */
    <T> void ask(Supplier<T> work, Consumer<? super T> shown) {
        if (busy) {
            waiting = () -> ask(work, shown);
            return;
        }
        busy = true;
        RenderThreads.aside(() -> {
            try {
                T found = work.get();
                Platform.runLater(() -> done(() -> shown.accept(found)));
            } catch (RuntimeException broken) {
                System.getLogger(Latest.class.getName())
                        .log(Level.ERROR, "Figures of a chart could not be computed.", broken);
                Platform.runLater(() -> done(() -> {}));
            }
        });
    }

    private void done(Runnable show) {
        busy = false;
        Runnable next = waiting;
        waiting = null;
        show.run();
        if (next != null) {
            next.run();
        }
    }
}
