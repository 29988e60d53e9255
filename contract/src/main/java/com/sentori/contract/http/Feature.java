package com.sentori.contract.http;

import java.util.Locale;

/** What a backend can beyond the calls that every backend has, as {@code /api/info} announces it. */
public enum Feature {
    /** {@code GET /api/runs/{id}/stream}. */
    STREAM,
    /** A whole run as {@code application/x-ndjson}. */
    NDJSON,
    /** {@code page} and {@code size} on {@code GET /api/runs}. */
    PAGES;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
