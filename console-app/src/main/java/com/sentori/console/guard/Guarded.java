package com.sentori.console.guard;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.feed.Standing;
import com.sentori.console.runs.Drive;
import com.sentori.contract.runs.Run;
import org.jspecify.annotations.Nullable;

/** A run on a backend that is watched. Any thread. */
public interface Guarded {
    /** The backend. */
    BackendClient backend();

    /** The run, as last heard. */
    Run run();

    /** Its drive; null if it is driven elsewhere, or not known yet. */
    @Nullable
    Drive drive();

    /** How its feed stands. */
    Standing standing();

    /** Whether nothing more will come. */
    boolean isOver();
}
