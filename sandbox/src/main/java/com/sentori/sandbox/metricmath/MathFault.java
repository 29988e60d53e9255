package com.sentori.sandbox.metricmath;

/** An expression that cannot be understood or carried out; the message is a sentence for its author. */
public final class MathFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MathFault(String message) {
        super(message);
    }
}
