package com.sentori.bench.console;

import com.sentori.console.charts.Columns;
import com.sentori.console.charts.Samples;
import org.jspecify.annotations.Nullable;

/** Samples that tell when they are asked whether they have changed. */
record Asked(Samples samples, Runnable before) implements Samples {
    @Override
    public long changes() {
        before.run();
        return samples.changes();
    }

    @Override
    public long disorder() {
        return samples.disorder();
    }

    @Override
    public long newestTime() {
        return samples.newestTime();
    }

    @Override
    public long oldestTime() {
        return samples.oldestTime();
    }

    @Override
    public double cadenceMillis() {
        return samples.cadenceMillis();
    }

    @Override
    public @Nullable Sample atOrBefore(long time) {
        return samples.atOrBefore(time);
    }

    @Override
    public @Nullable Sample atOrAfter(long time) {
        return samples.atOrAfter(time);
    }

    @Override
    public void fold(long from, long to, Columns columns) {
        samples.fold(from, to, columns);
    }
}
