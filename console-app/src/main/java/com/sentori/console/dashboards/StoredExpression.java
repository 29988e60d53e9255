package com.sentori.console.dashboards;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of PromQL that stored readings can answer: the two metrics of readings, chosen by labels, over a time, counted and put together. It is what the
 * product's own dashboards ask of readings; everything else only Prometheus knows.
 */
sealed interface StoredExpression {
    /** The gauge that has a sensor's latest value. */
    String VALUE = "sensor_data_value";
    /** The counter of the readings that came. */
    String COUNT = "sensor_data_ingested_total";

    /** Reads an expression; empty if it asks for more than readings can tell. */
    static Optional<StoredExpression> read(String text) {
        return new StoredExpressionReader(text).read();
    }

    /** The run labels that it is about, so that no others are fetched. */
    List<Matcher> matchers();

    /** Series of a metric. */
    record Selector(boolean counts, List<Matcher> matchers) implements StoredExpression {}

    /**
     * A label's condition.
     *
     * @param pattern that the whole value has to match
     * @param wanted whether it has to match, or must not
     */
    record Matcher(String label, Pattern pattern, boolean wanted) {
        boolean accepts(String value) {
            return pattern.matcher(value).matches() == wanted;
        }
    }

    /** What a series did over a time before each moment. */
    record Over(Function function, Selector of, Duration time) implements StoredExpression {
        @Override
        public List<Matcher> matchers() {
            return of.matchers();
        }
    }

    /** What a series can be asked over a time. */
    enum Function {
        /** By how much it rose a second. */
        RATE,
        /** By how much it rose. */
        INCREASE,
        /** Its greatest value. */
        MAX_OVER_TIME,
        /** Its least. */
        MIN_OVER_TIME,
        /** Its mean. */
        AVG_OVER_TIME,
        /** Its last. */
        LAST_OVER_TIME
    }

    /**
     * Several series put together.
     *
     * @param count of {@link Joint#TOPK} and {@link Joint#BOTTOMK}
     * @param labels that are kept, or left out
     * @param kept which of both
     */
    record Together(Joint joint, int count, List<String> labels, boolean kept, StoredExpression of)
            implements
                StoredExpression {
        @Override
        public List<Matcher> matchers() {
            return of.matchers();
        }
    }

    /** How series are put together. */
    enum Joint {
        /** Added up. */
        SUM,
        /** Their mean. */
        AVG,
        /** The least of them. */
        MIN,
        /** The greatest. */
        MAX,
        /** How many there are. */
        COUNT,
        /** The greatest ones. */
        TOPK,
        /** The least ones. */
        BOTTOMK
    }

    /** So many times another. */
    record Times(double factor, StoredExpression of) implements StoredExpression {
        @Override
        public List<Matcher> matchers() {
            return of.matchers();
        }
    }
}
