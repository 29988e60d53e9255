package com.sentori.console.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a rule watches. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({@JsonSubTypes.Type(value = Watch.Values.class, name = "values"),
        @JsonSubTypes.Type(value = Watch.Age.class, name = "age"),
        @JsonSubTypes.Type(value = Watch.Latency.class, name = "latency"),
        @JsonSubTypes.Type(value = Watch.Errors.class, name = "errors"),
        @JsonSubTypes.Type(value = Watch.Missing.class, name = "missing")})
public sealed interface Watch {
    /** Unit of its figures, as a {@link com.sentori.console.thresholds.Threshold} has it; of values, their type. */
    String unit();

    /** The unit as it stands behind a figure; empty where there is none, and for values, whose unit nobody said. */
    default String shownUnit() {
        return this instanceof Values || unit().isEmpty() ? "" : " " + unit();
    }

    /**
     * The values of a type, each sensor by itself.
     *
     * @param type of the readings; empty for all
     * @param sensor the one that is watched; empty for each
     */
    record Values(String type, String sensor) implements Watch {
        /** Whether a reading is meant. */
        public boolean means(String readingType, String sensorId) {
            return (type.isEmpty() || type.equals(readingType)) && (sensor.isEmpty() || sensor.equals(sensorId));
        }

        @Override
        public String unit() {
            return type;
        }
    }

    /** How old the newest reading of a run is, in seconds. */
    record Age() implements Watch {
        @Override
        public String unit() {
            return "s";
        }
    }

    /**
     * How long readings took from when they were due until they were durable, in milliseconds, over the run so far.
     *
     * @param percentile over 0, at most 100
     */
    record Latency(double percentile) implements Watch {
        @Override
        public String unit() {
            return "ms";
        }
    }

    /** The share of requests that failed, in per cent, over the run so far. */
    record Errors() implements Watch {
        @Override
        public String unit() {
            return "%";
        }
    }

    /** Readings that a run's own count leaves out so far. */
    record Missing() implements Watch {
        @Override
        public String unit() {
            return "";
        }
    }
}
