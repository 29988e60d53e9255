package com.sentori.console.backends;

/** An open stream of a run's events. One thread reads and closes; any may cancel. */
public interface RunStream extends AutoCloseable {
    /**
     * Waits for the next event.
     *
     * @throws BackendException if the stream breaks off, or keeps silent for too long, or is no stream of this run
     */
    RunEvent next() throws BackendException;

    /** Ends it: whoever waits for an event is told that it broke off. Any thread. */
    void cancel();

    /** Lets go of the connection. On the thread that reads. */
    @Override
    void close();
}
