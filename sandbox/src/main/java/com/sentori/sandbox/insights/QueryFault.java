package com.sentori.sandbox.insights;

/** A query that cannot be understood; the message is a sentence for its author. */
public final class QueryFault extends Exception {
    private static final long serialVersionUID = 1L;

    QueryFault(String message) {
        super(message);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
