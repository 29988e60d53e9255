package com.sentori.ecs.operations;

/** The server does not start with these settings; the message is a sentence for the operator. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refuses with one sentence that says what to do. */
    public StartRefused(String sentence) {
        super(sentence);
    }
}
