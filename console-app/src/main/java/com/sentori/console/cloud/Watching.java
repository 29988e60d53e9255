package com.sentori.console.cloud;

import com.sentori.console.sources.SourceException;
import java.time.Duration;
import java.time.Instant;

/** Somewhere the figures of a backend can be asked for. Thread-safe; waits for the network. */
interface Watching extends AutoCloseable {
    /** How far back it looks. */
    Duration LOOKS_BACK = Duration.ofMinutes(15);

    /** How things stand at a moment. */
    Health ask(Instant now) throws SourceException;

    /** How long to wait before it is asked again. */
    Duration pause();

    @Override
    void close();
}
