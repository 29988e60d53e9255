package com.sentori.bench.console;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;

/** JavaFX in this process, begun when it is wanted for the first time: it can be begun but once. */
final class Toolkit {
    private static boolean begun;

    private Toolkit() {}

    /** Does something on the FX thread, and waits until it was done. */
    static synchronized <T> T call(Callable<T> work) throws Exception {
        begin();
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(1, TimeUnit.MINUTES);
    }

    private static void begin() throws Exception {
        if (!begun) {
            CompletableFuture<Boolean> ready = new CompletableFuture<>();
            Platform.startup(() -> {
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                ready.complete(true);
            });
            ready.get(1, TimeUnit.MINUTES);
            Platform.setImplicitExit(false);
            begun = true;
        }
    }
}
