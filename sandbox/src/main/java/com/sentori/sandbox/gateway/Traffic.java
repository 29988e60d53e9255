package com.sentori.sandbox.gateway;

import java.time.Duration;

/** Sees each request that a function was asked to answer. Called by many threads at once. */
@FunctionalInterface
public interface Traffic {
    /** Looks away. */
    Traffic UNSEEN = (_, _, _, _) -> {};

    /**
     * A request was answered, if perhaps not by the function.
     *
     * @param latency from the whole request to the answer
     * @param integration so much of it for the function
     */
    void answered(Request request, int status, Duration latency, Duration integration);

    /**
     * What was asked for.
     *
     * @param method one of HTTP's, else {@code ANY}
     * @param resource the path of the resource, with its placeholders
     */
    record Request(String stage, String method, String resource) {}
}
