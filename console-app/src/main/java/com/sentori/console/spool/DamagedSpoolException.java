package com.sentori.console.spool;

import java.io.IOException;

/** A spool holds something else than was written. What it is about cannot be gone on with. */
public final class DamagedSpoolException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedSpoolException(String sentence) {
        super(sentence);
    }
}
