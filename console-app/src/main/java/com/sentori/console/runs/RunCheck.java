package com.sentori.console.runs;

import java.util.Locale;

/**
 * A run checked against itself: the seed says what must have been stored, the backend's tail says what was.
 *
 * @param sent readings that were due and handed to the backend
 * @param stored readings in the backend's tail
 * @param duplicated of those, how many repeat one that is there already
 * @param missing sent, but not there
 * @param different there, but with another sensor or value than the seed says
 */
public record RunCheck(long sent, long stored, long duplicated, long missing, long different) {
    /** Whether every reading was stored once, as sent. */
    public boolean passed() {
        return duplicated == 0 && missing == 0 && different == 0 && stored == sent;
    }

    /** One line for people and scripts. */
    public String line(String backend) {
        String line = String.format(Locale.ROOT, "%s: sent %d, stored %d, duplicated %d, missing %d", backend, sent,
                stored, duplicated, missing);
        return different == 0 ? line : line + ", different " + different;
    }
}
