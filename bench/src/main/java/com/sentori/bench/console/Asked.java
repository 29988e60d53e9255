package com.sentori.bench.console;

import com.sentori.console.charts.ForwardingSamples;
import com.sentori.console.charts.Samples;

/** Samples that tell when they are asked whether they have changed. */
record Asked(Samples inner, Runnable before) implements ForwardingSamples {
    @Override
    public long changes() {
        before.run();
        return inner.changes();
    }
}
