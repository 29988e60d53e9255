package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.contract.info.Info;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A run that has just been started, and what its backend said of itself. */
record Started(BackendClient backend, Run run, RunRecord.Half half) {
    private static final int ABANDON_TRIES = 3;

    static Started on(BackendClient backend, StartRequest request, String session, Clock clock)
            throws BackendException {
        Instant asked = clock.instant();
        Info info = backend.info();
        // Cristian's algorithm: the server read its clock half a round trip ago, give or take the other half.
        Instant middle = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
        long offset = Duration.between(middle, info.serverTime()).toMillis();
        Run run = start(backend, request, session);
        return new Started(backend, run,
                new RunRecord.Half(backend.profile().name(), backend.profile().url().toString(),
                        info.instanceId(), run, offset, null));
    }

    /** Asks once more where no answer came: it is the same run, for it is the same key. */
    private static Run start(BackendClient backend, StartRequest request, String session) throws BackendException {
        try {
            return backend.start(request, session);
        } catch (BackendException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                return backend.start(request, session);
            }
            throw e;
        }
    }

    /** Ends the run before it has begun; whether that succeeded. */
    boolean abandon(String why) {
        for (int i = 0; i < ABANDON_TRIES; i++) {
            try {
                backend.finish(run.id(), "INTERRUPTED", why);
                return true;
            } catch (BackendException e) {
                // Tried again; whoever starts says so if it never succeeds.
            }
        }
        return false;
    }
}
