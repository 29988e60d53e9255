package com.sentori.ecs.readings;

import com.sentori.contract.readings.Reading;
import java.time.Duration;
import java.util.List;

/** Is told of each group that was committed. Called on the thread that commits: it has to be quick, and not to throw. */
@FunctionalInterface
public interface Witness {
    /** Sees nothing. */
    Witness NONE = (requests, time) -> {};

    /**
     * A group of one run is in the store.
     *
     * @param requests the readings of each, in their order of arrival; of one run; never empty
     * @param time from the begin of the transaction to its commit
     */
    void committed(List<List<Reading>> requests, Duration time);
}
