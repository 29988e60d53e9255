package com.sentori.contract.runs;

/** Why a run ended. */
public enum EndReason {
    /** Its client finished it. */
    FINISHED,
    /** Its client reported a failure. */
    CLIENT_FAILED,
    /** An operator stopped it. */
    OPERATOR,
    /** Nobody finished it and no reading came any more. */
    TIMEOUT
}
