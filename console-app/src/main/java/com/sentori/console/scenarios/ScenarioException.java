package com.sentori.console.scenarios;

import java.util.Objects;

/** A scenario cannot be used. The message is one sentence that says where in which file, and what to do. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    ScenarioException(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
