package com.sentori.console.backends;

import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.time.Instant;

/** What a run's stream tells. */
public sealed interface RunEvent {
    /** New readings, in the order of arrival. */
    record Readings(TailPage page) implements RunEvent {}

    /** The run as it stands now. */
    record Changed(Run run) implements RunEvent {}

    /** Nothing is new. */
    record Heartbeat(Instant serverTime) implements RunEvent {}

    /** Nothing comes any more. */
    record End() implements RunEvent {}
}
