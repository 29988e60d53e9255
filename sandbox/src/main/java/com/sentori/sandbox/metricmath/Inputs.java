package com.sentori.sandbox.metricmath;

import com.sentori.sandbox.metrics.Window;
import java.util.List;

/** What the names in an expression stand for. */
public interface Inputs {
    /**
     * What another query of the call gives.
     *
     * @throws MathFault through {@link Expression#refuse} if there is none of this id
     */
    Value of(String id);

    /** The metrics of the call whose id contains this. */
    List<TimeSeries> metrics(String part);

    /** Metrics that a search finds, read with a statistic. */
    List<TimeSeries> search(Search search, String statistic, int period);

    /**
     * Counts values that come into being.
     *
     * @throws MathFault if there are too many for one call
     */
    void spend(int points);

    /** The time that is asked for. */
    Window window(int period);
}
