package com.sentori.console.sources;

import java.util.Objects;

/** A source gave no answer. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** Nothing answers, or not in time; trying again may help. */
        UNREACHABLE,
        /** It answers, and wants to know who asks, or does not allow it. */
        UNAUTHORISED,
        /** It has too much to do; trying again later helps. */
        BUSY,
        /** It does not understand the question; trying again will not help. */
        REFUSED,
        /** The answer is larger than is taken here: ask for less. */
        TOO_MUCH
    }

    private final Kind kind;

    SourceException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    SourceException(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What went wrong and what to do, in a sentence. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
