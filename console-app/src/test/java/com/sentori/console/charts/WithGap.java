package com.sentori.console.charts;

import java.util.List;
import java.util.stream.Stream;

/** Samples with a gap whose reason is known. */
record WithGap(Samples inner, Gap gap) implements ForwardingSamples {
    @Override
    public List<Gap> gaps(long from, long to) {
        return Stream.concat(inner.gaps(from, to).stream(), Stream.of(gap))
                .filter(each -> each.touches(from, to))
                .toList();
    }
}
