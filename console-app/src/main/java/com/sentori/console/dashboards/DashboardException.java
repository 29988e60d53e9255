package com.sentori.console.dashboards;

/** A file is no dashboard that can be drawn. The message is one sentence in English that says why, and what to do. */
public final class DashboardException extends Exception {
    private static final long serialVersionUID = 1L;

    DashboardException(String sentence) {
        super(sentence);
    }
}
