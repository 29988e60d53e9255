package com.sentori.console.backends;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call to a backend did not succeed. The message is one sentence for the operator. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, by what can be done about it. */
    public enum Kind {
        /** No answer: it may or may not have been carried out. */
        UNREACHABLE,
        /** Something answers there, but no Sentori backend. */
        NOT_A_BACKEND,
        /** The backend is there and cannot at the moment: try again later. */
        BUSY,
        /** The backend refuses; trying again will not help. */
        REFUSED
    }

    private final String backend;
    private final Kind kind;
    private final int status;
    private final @Nullable String code;

    BackendException(String backend, Kind kind, int status, @Nullable String code, String sentence) {
        super(sentence);
        this.backend = backend;
        this.kind = kind;
        this.status = status;
        this.code = code;
    }

    /** The name of the backend. */
    public String backend() {
        return backend;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }

    /** The contract's code; null without one. */
    public @Nullable String code() {
        return code;
    }

    /** Whether the backend wants another token, or one that allows more. */
    public boolean isUnauthorised() {
        return status == 401 || status == 403;
    }

    /** Whether the refusal has this code. */
    public boolean is(Enum<?> wanted) {
        return wanted.name().equals(code);
    }

    /** The same with one more sentence; the same without one. */
    public BackendException adding(String sentence) {
        return sentence.isEmpty()
                ? this
                : new BackendException(backend, kind, status, code, sentence() + " " + sentence);
    }

    /** The sentence. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
