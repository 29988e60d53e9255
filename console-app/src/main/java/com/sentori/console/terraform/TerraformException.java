package com.sentori.console.terraform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked of Terraform was not done. The message is one sentence in English that says what to do, without secrets; screens say {@link #kind} in their language. */
public final class TerraformException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Diagnostic> diagnostics;
    private final transient @Nullable Lock lock;

    TerraformException(Kind kind, String message) {
        this(kind, message, List.of(), null);
    }

    TerraformException(Kind kind, String message, List<Diagnostic> diagnostics, @Nullable Lock lock) {
        super(message);
        this.kind = kind;
        this.diagnostics = List.copyOf(diagnostics);
        this.lock = lock;
    }

    /** What stood in the way. */
    public Kind kind() {
        return kind;
    }

    /** What Terraform complained about. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Who holds the state's lock; null if that is not what stood in the way. */
    public @Nullable Lock lock() {
        return lock;
    }

    /** What stood in the way. */
    public enum Kind {
        /** There is no such program. */
        NO_PROGRAM,
        /** There is no such folder. */
        NO_STACK,
        /** Terraform says what was wrong. */
        FAILED,
        /** Another process holds the lock of the state. */
        LOCKED,
        /** Another console, or another command, works on this environment. */
        BUSY,
        /** The state has moved since the plan was made. */
        STALE,
        /** The configuration is another one than that of the plan. */
        CHANGED,
        /** It was interrupted. */
        INTERRUPTED,
        /** The environment may only be looked at. */
        READ_ONLY,
        /** A store of data that is protected would be destroyed. */
        PROTECTED,
        /** The name of the environment was not typed. */
        UNCONFIRMED,
        /** There is more than can be looked at. */
        TOO_LARGE,
        /** There is no such plan any more. */
        NO_PLAN
    }
}
