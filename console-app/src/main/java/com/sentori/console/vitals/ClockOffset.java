package com.sentori.console.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Another clock against ours, by Cristian's algorithm: the other side read its clock somewhere within the round trip, so halving it errs by half of it at most.
 * Of the last {@value #KEPT} round trips the shortest counts: the others waited in a queue. Any thread.
 */
public final class ClockOffset {
    static final int KEPT = 60;
    /** The other side writes milliseconds and cuts off what is finer: half of one is its error on average. */
    private static final Duration RESOLUTION = Duration.ofMillis(1);

    private final Deque<Offset> trips = new ArrayDeque<>();
    private volatile @Nullable Offset best;

    /**
     * Takes a round trip.
     *
     * @param asked by our clock
     * @param answered by our clock
     * @param read the other clock, as the answer says
     */
    public synchronized void add(Instant asked, Instant answered, Instant read) {
        Duration half = Duration.between(asked, answered).dividedBy(2);
        if (half.isNegative()) {
            // Our own clock was set back meanwhile: nothing that was measured before holds.
            trips.clear();
            best = null;
            return;
        }
        Duration offset = Duration.between(asked.plus(half), read).plus(RESOLUTION.dividedBy(2));
        trips.add(new Offset(offset, half.plus(RESOLUTION)));
        if (trips.size() > KEPT) {
            trips.remove();
        }
        best = trips.stream().min(Comparator.comparing(Offset::uncertainty)).orElse(null);
    }

    /** The best that is known; null without any. */
    public @Nullable Offset best() {
        return best;
    }

    /**
     * An offset.
     *
     * @param offset the other clock minus ours
     * @param uncertainty at most so much more or less
     */
    public record Offset(Duration offset, Duration uncertainty) {
        /**
         * How old something is that the other side had at a time of its clock; never negative, for nothing is younger than now.
         *
         * @param then by the other clock, epoch milliseconds
         * @param now by ours
         */
        public Duration age(long then, Instant now) {
            Duration age = Duration.between(Instant.ofEpochMilli(then).minus(offset), now);
            return age.isNegative() ? Duration.ZERO : age;
        }
    }
}
