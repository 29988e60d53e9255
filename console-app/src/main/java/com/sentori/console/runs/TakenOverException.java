package com.sentori.console.runs;

import java.io.IOException;

/** A run is driven by another console, or by this very one. */
public final class TakenOverException extends IOException {
    private static final long serialVersionUID = 1L;

    TakenOverException() {
        super("Another console goes on with this run already.");
    }
}
