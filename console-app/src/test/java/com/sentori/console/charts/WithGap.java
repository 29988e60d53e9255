package com.sentori.console.charts;

import java.util.List;

/** Samples with a gap whose reason is known. */
record WithGap(Samples inner, Gap gap) implements ForwardingSamples {
    @Override
    public List<Gap> gaps(long from, long to) {
        return gap.touches(from, to) ? List.of(gap) : List.of();
    }
}
