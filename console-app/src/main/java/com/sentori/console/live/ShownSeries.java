package com.sentori.console.live;

import com.sentori.console.charts.ForwardingSamples;
import com.sentori.console.charts.Gap;
import com.sentori.console.charts.Samples;
import com.sentori.console.series.Hole;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.Series;
import com.sentori.console.stage.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A series of a run as a chart draws it, with its gaps in people's words. */
record ShownSeries(LiveHalf half, Series series, Texts texts, Clock clock) implements ForwardingSamples {
    @Override
    public Samples inner() {
        return series;
    }

    @Override
    public List<Gap> gaps(long from, long to) {
        RunSeries run = half.known();
        Duration age = half.age(series.receivedAt());
        Hole open = run.open(series, Math.min(to, clock.millis()), age == null ? 0 : age.toMillis());
        return Stream.concat(series.holes(from, to).stream(), Stream.ofNullable(open))
                .filter(hole -> hole.from() < to && hole.to() > from)
                .map(hole -> new Gap(hole.from(), hole.to(), texts.of("hole", hole.why())))
                .toList();
    }

    @Override
    public boolean stale() {
        return half.isStale();
    }
}
