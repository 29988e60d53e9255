package com.sentori.console.reports;

import com.sentori.console.backends.BackendException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the readings of a run are read from, once and in the order of arrival. One thread. */
sealed interface Source permits TailSource, JournalSource {
    /** As last heard. */
    Run run();

    /** Who has it, as far as it is known. */
    Half.Backend backend();

    /** Gives all readings, each once. */
    Extent read(Taker taker) throws BackendException, IOException;

    /**
     * How much of a run was given.
     *
     * @param complete whether the run has ended and all of it was given
     * @param unseen of a journal, readings in stretches that were not seen; null from a backend
     */
    record Extent(boolean complete, @Nullable Long unseen) {}

    /** Takes readings. */
    interface Taker {
        void take(List<Reading> readings) throws IOException;
    }

    /** Goes on unless somebody has interrupted the thread. */
    static void requireWanted() throws InterruptedIOException {
        if (Thread.interrupted()) {
            throw cancelled();
        }
    }

    /** That somebody has interrupted it. */
    static InterruptedIOException cancelled() {
        return new InterruptedIOException("The report was cancelled; no file was written.");
    }
}
