package com.sentori.console.stage;

/** A screen of the window. */
public enum Place {
    /** Start a run. */
    START,
    /** What is running, everywhere. */
    RUNNING,
    /** One run, live. */
    LIVE,
    /** Past runs. */
    HISTORY,
    /** Alarms and their rules. */
    ALARMS,
    /** The backends. */
    BACKENDS,
    /** How the window looks and speaks. */
    SETTINGS
}
