package com.sentori.contract.runs;

/** Where a run is in its life. All but {@link #RUNNING} are final. */
public enum RunStatus {
    /** Readings are taken. */
    RUNNING,
    /** Ended as planned. */
    COMPLETED,
    /** Ended by a fault of its client, or because nobody ended it in time. */
    FAILED,
    /** Ended by an operator. */
    INTERRUPTED
}
