package com.sentori.console.stage;

/**
 * A sentence for the status line.
 *
 * @param severity how much it matters
 * @param sentence one, that says what to do where something is to be done
 */
public record Notice(Severity severity, String sentence) {
    /** How much a notice matters. */
    public enum Severity {
        /** Something was done. */
        INFO,
        /** All is well that could have been otherwise. */
        SUCCESS,
        /** Something did not work. */
        ERROR
    }
}
