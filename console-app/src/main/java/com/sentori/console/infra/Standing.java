package com.sentori.console.infra;

/** What is being done on the environment that is chosen. */
public enum Standing {
    /** Nothing. */
    IDLE,
    /** A plan is being made. */
    PLANNING,
    /** The outputs are being read. */
    READING,
    /** A plan is being applied. */
    APPLYING;

    /** Whether Terraform runs. */
    public boolean isBusy() {
        return this != IDLE;
    }
}
