package com.sentori.console.signin;

import java.util.Objects;

/** A sign-in came to nothing. The message is one sentence for the operator. */
public final class SignInException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, by what can be done about it. */
    public enum Kind {
        /** The issuer does not answer, or not as one: try later, or see whether the backend names the right one. */
        UNREACHABLE,
        /** The backend names no issuer, or it offers no such way: take another way. */
        NOT_OFFERED,
        /** The person or the issuer said no. */
        DENIED,
        /** It took too long: begin again. */
        EXPIRED
    }

    private final Kind kind;

    SignInException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** The sentence. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
