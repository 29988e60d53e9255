package com.sentori.sandbox.cloudwatch;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A way to write calls and answers. Thread-safe. */
interface Protocol {
    /** The operation that is called, or null if the request does not speak this. */
    @Nullable
    String operation(Request request);

    /**
     * Reads what the operation takes.
     *
     * @throws JacksonException if it is not of that form
     */
    <T> T read(Request request, Class<T> type);

    /** What the operation gives, or the empty answer of one that gives nothing. */
    Reply answer(String operation, @Nullable Object answer, String requestId);

    /** A refusal. */
    Reply fault(Fault fault, String requestId);
}
