package com.sentori.console.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples that are others in all but what an implementation says of its own. */
public interface ForwardingSamples extends Samples {
    /** The others. */
    Samples inner();

    @Override
    default long changes() {
        return inner().changes();
    }

    @Override
    default long disorder() {
        return inner().disorder();
    }

    @Override
    default long newestTime() {
        return inner().newestTime();
    }

    @Override
    default long oldestTime() {
        return inner().oldestTime();
    }

    @Override
    default double cadenceMillis() {
        return inner().cadenceMillis();
    }

    @Override
    default @Nullable Sample atOrBefore(long time) {
        return inner().atOrBefore(time);
    }

    @Override
    default @Nullable Sample atOrAfter(long time) {
        return inner().atOrAfter(time);
    }

    @Override
    default void fold(long from, long to, Columns columns) {
        inner().fold(from, to, columns);
    }

    @Override
    default List<Gap> gaps(long from, long to) {
        return inner().gaps(from, to);
    }

    @Override
    default long dropped() {
        return inner().dropped();
    }

    @Override
    default boolean stale() {
        return inner().stale();
    }
}
