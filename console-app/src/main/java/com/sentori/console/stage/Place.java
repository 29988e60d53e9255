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
    /** Grafana's dashboards, drawn here. */
    DASHBOARDS,
    /** What the cloud says of the backends. */
    CLOUD,
    /** What provides the backends. */
    INFRA,
    /** The backends. */
    BACKENDS,
    /** How the window looks and speaks. */
    SETTINGS
}
