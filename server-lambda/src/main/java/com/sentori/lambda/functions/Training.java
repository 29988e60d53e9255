package com.sentori.lambda.functions;

/**
 * A run of both functions for the JVM to learn from, when it writes an AOT cache: every call is rehearsed, as before a
 * snapshot, and the line to the store is tried. Begun by {@code aot-cache.sh}.
 */
public final class Training {
    private Training() {}

    /** Runs once; the environment is that of a function. */
    public static void main(String[] words) {
        new RunApiFunction().beforeCheckpoint(null);
        new SensorApiFunction().beforeCheckpoint(null);
    }
}
