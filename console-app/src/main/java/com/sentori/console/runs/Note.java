package com.sentori.console.runs;

import com.sentori.console.backends.BackendException;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a drive, or went wrong: screens say it in their language, the command line and the record of the run by {@link #sentence}. */
public sealed interface Note {
    /** In English. */
    String sentence();

    /** All of them in English; null without any. */
    static @Nullable String sentences(List<Note> notes) {
        return notes.isEmpty() ? null : notes.stream().map(Note::sentence).collect(Collectors.joining(" "));
    }

    /** A call to the backend did not succeed. */
    record Failed(BackendException fault) implements Note {
        @Override
        public String sentence() {
            return fault.sentence();
        }
    }

    /** What the sensors emit is kept until the operator gives another token. */
    record WaitsForToken() implements Note {
        @Override
        public String sentence() {
            return "Readings are kept, and sent when there is another token.";
        }
    }

    /** Nor did the one that was to end the run because of what stands before. */
    record NotEnded(BackendException fault) implements Note {
        @Override
        public String sentence() {
            return "The run could not be ended either: " + fault.sentence();
        }
    }

    /** The run was not ended, however often it was tried. */
    record LeftToExpire(String backend) implements Note {
        @Override
        public String sentence() {
            return "The run was not ended there: it expires by itself.";
        }
    }

    /** Another store answers than the one that has the run. */
    record OtherData(String backend) implements Note {
        @Override
        public String sentence() {
            return backend + " holds other data than when the run was started there: the run cannot go on.";
        }
    }

    /** The run ended, and not from here. */
    record EndedElsewhere(String backend, Run run) implements Note {
        /** Whether nobody ended it, and its time was over. */
        public boolean isExpired() {
            return run.endReason() == EndReason.TIMEOUT;
        }

        @Override
        public String sentence() {
            return isExpired()
                    ? backend + ": the run expired there while no reading arrived; it is FAILED (TIMEOUT)."
                    : backend + ": the run was ended by someone else; it is " + run.status()
                            + (run.endReason() == null ? "." : " (" + run.endReason() + ").");
        }
    }

    /** The disk takes no more readings; {@code cause} is the operating system's word for it. */
    record Unspooled(String backend, String cause) implements Note {
        @Override
        public String sentence() {
            return backend + ": readings cannot be spooled any more: " + cause;
        }
    }

    /** What was spooled cannot be read; {@code cause} is the operating system's word for it. */
    record Broken(String backend, String cause) implements Note {
        @Override
        public String sentence() {
            return backend + ": " + cause;
        }
    }

    /** Whether the readings are there is not known. */
    record Unchecked(String backend) implements Note {
        @Override
        public String sentence() {
            return backend + ": what was stored could not be read back, so the run is unchecked.";
        }
    }

    /** So many readings were never acknowledged, and wait in this folder. */
    record Unacknowledged(long readings, Path folder) implements Note {
        @Override
        public String sentence() {
            return readings + " readings were not acknowledged; they are kept in " + folder + ".";
        }
    }

    /** The record of the run does not say how it ended; {@code cause} is the operating system's word for it. */
    record Unkept(String backend, String cause) implements Note {
        @Override
        public String sentence() {
            return backend + ": how the run ended could not be kept: " + cause;
        }
    }
}
