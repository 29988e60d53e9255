package com.sentori.console.live;

import com.sentori.console.charts.TimeWindow;

/**
 * Which span the charts of a run show while it goes on: what was received last is never out of sight, however long ago it was and whichever clock it was taken
 * by. Times are epoch milliseconds, lengths milliseconds.
 *
 * @param now by our clock
 * @param planned how long the run is to last
 * @param cadence of the slowest series; NaN while it is not known
 * @param oldestNewest the newest reading of the half that is behind; {@link Long#MAX_VALUE} without any
 * @param newest the newest reading of all; {@link Long#MIN_VALUE} without any
 * @param stale whether no half hears from its backend
 */
record Outlook(long now, long planned, double cadence, long oldestNewest, long newest, boolean stale) {
    /** The span of a run whose sensors are not slow. */
    private static final long USUAL = 60_000;
    /** So many readings of the slowest sensor are in sight. */
    private static final int READINGS = 20;

    TimeWindow window() {
        long usual = usual();
        if (newest == Long.MIN_VALUE) {
            return new TimeWindow.Following(usual);
        }
        long behind = now - oldestNewest;
        // Older than the run can be: times by another clock, or from a file.
        boolean elsewhen = behind > planned + usual || newest - now > usual;
        if (elsewhen || (stale && now - newest > usual)) {
            return new TimeWindow.Fixed(Math.min(newest - usual * 3 / 4, elsewhen ? newest : oldestNewest - usual / 10),
                    newest + usual / 4);
        }
        // In steps, so that a span that grows with an outage is not another one with each look.
        long step = usual / 2;
        return new TimeWindow.Following(Math.max(usual, Math.ceilDiv(behind + usual / 10, step) * step));
    }

    private long usual() {
        double slow = Double.isNaN(cadence) ? 0 : Math.ceil(READINGS * cadence / USUAL) * USUAL;
        return Math.max(1, Math.min(planned, Math.max(USUAL, (long) slow)));
    }

    /** The right edge of a span that follows: now, or what was taken after now by a sender's clock. */
    static long edge(long now, long newest) {
        return newest - now > USUAL ? now : Math.max(now, newest);
    }
}
