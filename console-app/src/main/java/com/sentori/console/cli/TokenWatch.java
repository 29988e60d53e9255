package com.sentori.console.cli;

import com.sentori.console.backends.Token;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** While a run is driven: says that it waits for another token, and takes one over as soon as the token file holds it. */
final class TokenWatch implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Targets targets;
    private final RunSession session;
    private final PrintWriter err;
    private final Set<Drive> told = new HashSet<>();
    private @Nullable String given;

    private TokenWatch(Targets targets, RunSession session, PrintWriter err) {
        this.targets = targets;
        this.session = session;
        this.err = err;
        this.given = text();
    }

    static TokenWatch over(Targets targets, RunSession session, PrintWriter err) {
        TokenWatch watch = new TokenWatch(targets, session, err);
        Thread.ofVirtual().name("token").start(watch::watch);
        return watch;
    }

    private void watch() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                renew();
                for (Drive drive : session.drives()) {
                    if (drive.progress().phase() != Drive.Phase.HELD) {
                        told.remove(drive);
                    } else if (told.add(drive)) {
                        err.println(drive.progress().note());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        String now = text();
        if (now == null || now.equals(given)) {
            return;
        }
        try {
            Token token = Token.of(now);
            session.drives().forEach(drive -> drive.backend().use(token));
            given = now;
        } catch (IllegalArgumentException e) {
            // Half written, or no token: it is looked at again.
        }
    }

    private @Nullable String text() {
        try {
            return targets.tokenInFile();
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
