package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An attribute's value, as far as it may be shown.
 *
 * @param kind what is known of it
 * @param text its JSON, cut where it is long; empty unless it is known
 */
public record Value(Kind kind, String text) {
    /** What is known of a value. */
    public enum Kind {
        /** There is none. */
        @JsonProperty("absent")
        ABSENT,
        /** It is in the text. */
        @JsonProperty("known")
        KNOWN,
        /** It is known after the apply. */
        @JsonProperty("unknown")
        UNKNOWN,
        /** It is a secret: it was never taken up. */
        @JsonProperty("sensitive")
        SENSITIVE
    }

    static final Value ABSENT = new Value(Kind.ABSENT, "");
    static final Value UNKNOWN = new Value(Kind.UNKNOWN, "");
    static final Value SENSITIVE = new Value(Kind.SENSITIVE, "");
}
