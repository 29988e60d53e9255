package com.sentori.sandbox.metricmath;

import java.util.List;

/** What an expression, or a part of it, stands for. */
public sealed interface Value {
    /** A number. */
    record Scalar(double number) implements Value {}

    /** A series. */
    record One(TimeSeries series) implements Value {}

    /** An array of series. */
    record Many(List<TimeSeries> series) implements Value {}

    /** The text that some functions take. */
    record Text(String text) implements Value {}

    /** The series in it, if there are any. */
    default List<TimeSeries> all() {
        return switch (this) {
            case One one -> List.of(one.series());
            case Many many -> many.series();
            case Scalar _,Text _ -> List.of();
        };
    }
}
