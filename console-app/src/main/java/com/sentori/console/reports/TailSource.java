package com.sentori.console.reports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.contract.info.Info;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backend's tail, page by page. */
final class TailSource implements Source {
    private static final int PAGE = 5_000;
    private static final int TRIPS = 3;

    private final BackendClient client;
    private final Run run;
    private final Info info;

    private TailSource(BackendClient client, Run run, Info info) {
        this.client = client;
        this.run = run;
        this.info = info;
    }

    /** Of a run; its backend's clock is measured, too. */
    static TailSource of(BackendClient client, String runId, Clock clock) throws BackendException {
        Run run = client.run(runId);
        Info info = null;
        for (int i = 0; i < TRIPS; i++) {
            Instant asked = clock.instant();
            info = client.info();
            client.clockOffset().add(asked, clock.instant(), info.serverTime());
        }
        return new TailSource(client, run, info == null ? client.info() : info);
    }

    BackendClient client() {
        return client;
    }

    @Override
    public Run run() {
        return run;
    }

    @Override
    public Half.Backend backend() {
        ClockOffset.Offset best = client.clockOffset().best();
        return new Half.Backend(client.profile().name(), info.backend(), info.version(), info.instanceId(),
                info.region(), best == null ? null : Double.valueOf(best.offset().toNanos() / 1e6),
                best == null ? null : Double.valueOf(best.uncertainty().toNanos() / 1e6), Half.Source.BACKEND);
    }

    @Override
    public Extent read(Taker taker) throws BackendException, IOException {
        Instant begun = null;
        String cursor = null;
        boolean more = true;
        boolean complete = false;
        while (more) {
            TailPage page = tail(cursor);
            begun = begun == null ? page.serverTime() : begun;
            List<Reading> items = page.items();
            taker.take(items);
            Source.requireWanted();
            // A run that goes on is read as it stood at the beginning, or there would be no end.
            boolean caughtUp = run.isRunning() && !items.isEmpty() && items.getLast().receivedAt().isAfter(begun);
            complete = page.complete();
            more = !complete && !page.cursor().equals(cursor) && !caughtUp;
            cursor = page.cursor();
        }
        return new Extent(complete && !run.isRunning(), null);
    }

    private TailPage tail(@Nullable String cursor) throws BackendException, InterruptedIOException {
        try {
            return client.tail(run.id(), cursor, PAGE);
        } catch (BackendException e) {
            // An interrupt also breaks a call off: then that is the news, and not that the backend did not answer.
            Source.requireWanted();
            throw e;
        }
    }
}
