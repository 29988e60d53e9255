package com.sentori.contract.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.pages.Cursor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cursor of a run's live tail: the same by pages and by events. */
public final class TailCursor {
    /** Position of a tail that has delivered nothing: readings are numbered from 1. */
    private static final String BEFORE_FIRST = "0";

    private TailCursor() {}

    /** The cursor of a position. */
    public static String write(String runId, String position) {
        return Cursor.write(scope(runId), position);
    }

    /**
     * The position of a cursor; without one, that before the first reading.
     *
     * @throws ContractException CURSOR_INVALID if it is damaged or of another run
     */
    public static String read(String runId, @Nullable String cursor) {
        return cursor == null ? BEFORE_FIRST : Cursor.read(scope(runId), cursor);
    }

    private static String scope(String runId) {
        return "tail " + runId.toLowerCase(Locale.ROOT);
    }
}
