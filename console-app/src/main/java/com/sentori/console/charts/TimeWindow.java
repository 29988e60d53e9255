package com.sentori.console.charts;

/** Which span of time is seen. Times and lengths are milliseconds. */
public sealed interface TimeWindow {
    /**
     * The newest samples: so long a span that ends now.
     *
     * @param millis at least 1
     */
    record Following(long millis) implements TimeWindow {
        /** Refuses an empty span. */
        public Following {
            if (millis < 1) {
                throw new IllegalArgumentException("A window is at least a millisecond long.");
            }
        }
    }

    /**
     * A span that stands still.
     *
     * @param from epoch milliseconds
     * @param to epoch milliseconds, after {@code from}
     */
    record Fixed(long from, long to) implements TimeWindow {
        /** Refuses an empty span. */
        public Fixed {
            if (to <= from) {
                throw new IllegalArgumentException("A window ends after it begins.");
            }
        }
    }
}
