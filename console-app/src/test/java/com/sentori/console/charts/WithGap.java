package com.sentori.console.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Samples with a gap whose reason is known. */
record WithGap(Samples inner, Gap gap) implements Samples {
    @Override
    public List<Gap> gaps(long from, long to) {
        return gap.touches(from, to) ? List.of(gap) : List.of();
    }

    @Override
    public long changes() {
        return inner.changes();
    }

    @Override
    public long disorder() {
        return inner.disorder();
    }

    @Override
    public long newestTime() {
        return inner.newestTime();
    }

    @Override
    public long oldestTime() {
        return inner.oldestTime();
    }

    @Override
    public double cadenceMillis() {
        return inner.cadenceMillis();
    }

    @Override
    public @Nullable Sample atOrBefore(long time) {
        return inner.atOrBefore(time);
    }

    @Override
    public @Nullable Sample atOrAfter(long time) {
        return inner.atOrAfter(time);
    }

    @Override
    public void fold(long from, long to, Columns columns) {
        inner.fold(from, to, columns);
    }
}
