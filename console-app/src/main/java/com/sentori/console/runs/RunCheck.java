package com.sentori.console.runs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run checked against itself: the seed says what must have been stored, the backend's tail and its digest say what was.
 *
 * @param sent readings that the backend was given
 * @param stored readings in the backend's tail
 * @param duplicated of those, how many repeat one that is there already, though it was sent once
 * @param late of those, how many arrived more than {@link Tally#LATE} after they were taken, by the backend's clock
 * @param missing sent, but not there
 * @param different there, but with another sensor, type, time or value than the seed says
 * @param digest of what was sent, by the contract's algorithm
 * @param storedDigest the backend's own of what it holds; null if it did not say
 */
public record RunCheck(long sent, long stored, long duplicated, long late, long missing, long different, String digest,
        @Nullable String storedDigest) {
    /** Whether every reading was stored as often as it was sent, and as sent. */
    public boolean passed() {
        return duplicated == 0 && missing == 0 && different == 0 && stored == sent && !isContradicted();
    }

    /** Whether the backend's digest says something else than the readings that it gave back. */
    public boolean isContradicted() {
        return storedDigest != null && !storedDigest.equals(digest);
    }

    /** Whether the backend did not tell its digest: then the readings that it gave back are all there is to go by. */
    public boolean lacksDigest() {
        return storedDigest == null;
    }

    /** The same with the backend's digest. */
    RunCheck against(@Nullable String stored) {
        return sending(digest, stored);
    }

    /** The same with both digests. */
    RunCheck sending(String sentDigest, @Nullable String stored) {
        return new RunCheck(sent, this.stored, duplicated, late, missing, different, sentDigest, stored);
    }

    /** One line for people and scripts. */
    public String line(String backend) {
        String line = String.format(Locale.ROOT, "%s: sent %d, stored %d, duplicated %d, missing %d", backend, sent,
                stored, duplicated, missing);
        line += late == 0 ? "" : ", late " + late;
        line += different == 0 ? "" : ", different " + different;
        line += lacksDigest() ? ", the backend did not tell its digest" : "";
        return isContradicted() ? line + ", digest " + storedDigest + " instead of " + digest : line;
    }
}
