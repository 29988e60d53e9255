package com.sentori.console.stage;

import java.util.function.Supplier;

/**
 * A sentence for the status line.
 *
 * @param severity how much it matters
 * @param words one sentence in the language of the moment, that says what to do where something is to be done
 */
public record Notice(Severity severity, Supplier<String> words) {
    /** How much a notice matters. */
    public enum Severity {
        /** Something was done. */
        INFO,
        /** All is well that could have been otherwise. */
        SUCCESS,
        /** Something did not work. */
        ERROR
    }

    /** The sentence, in the language of the moment. */
    public String sentence() {
        return words.get();
    }
}
