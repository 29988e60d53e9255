package com.sentori.contract.idempotency;

/** A store has found that the scope of a call is taken, and has done nothing: its answer is looked up instead. */
public final class AlreadyDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** It is expected and caught: no stack is taken. */
    public AlreadyDone() {
        super("the call has been done already", null, false, false);
    }
}
