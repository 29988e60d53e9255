package com.sentori.console.doctor;

/**
 * One thing that was looked at.
 *
 * @param check what, in a word or two
 * @param level how it stands
 * @param message what was found, in a sentence
 * @param advice what to do; empty where nothing is to be done
 */
public record Finding(String check, Level level, String message, String advice) {
    /** How something stands. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Something is missing that not everybody needs, or is worth knowing. */
        HINT,
        /** Something does not work. */
        PROBLEM
    }

    static Finding ok(String check, String message) {
        return new Finding(check, Level.OK, message, "");
    }

    static Finding hint(String check, String message, String advice) {
        return new Finding(check, Level.HINT, message, advice);
    }

    static Finding problem(String check, String message, String advice) {
        return new Finding(check, Level.PROBLEM, message, advice);
    }
}
