package com.sentori.console.guard;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.feed.Standing;
import com.sentori.console.runs.Drive;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.runs.Run;
import org.jspecify.annotations.Nullable;

/** A run that is driven without being shown. Its readings may come before its drive is known. */
public class DrivenRun implements Guarded {
    private static final Standing NOT_YET = new Standing(Standing.Circuit.FETCHING, Standing.Transport.PAGES,
            Vitality.HELD, 0, null, 0, 0, 0, null);

    private final BackendClient backend;
    private final Run run;
    private volatile @Nullable Drive drive;

    /** Of a backend. */
    public DrivenRun(BackendClient backend, Run run) {
        this.backend = backend;
        this.run = run;
    }

    /** Is driven by this. */
    public void drivenBy(Drive now) {
        drive = now;
    }

    @Override
    public BackendClient backend() {
        return backend;
    }

    @Override
    public Run run() {
        return run;
    }

    @Override
    public @Nullable Drive drive() {
        return drive;
    }

    @Override
    public Standing standing() {
        Drive driven = drive;
        return driven == null ? NOT_YET : driven.standing();
    }

    @Override
    public boolean isOver() {
        Drive driven = drive;
        return driven != null && driven.progress().phase() == Drive.Phase.ENDED;
    }
}
