package com.sentori.console.live;

import com.sentori.console.charts.Columns;
import com.sentori.console.charts.Gap;
import com.sentori.console.charts.Samples;
import com.sentori.console.series.Hole;
import com.sentori.console.series.RunSeries;
import com.sentori.console.series.Series;
import com.sentori.console.stage.Texts;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A series of a run as a chart draws it, with its gaps in people's words. */
record ShownSeries(LiveHalf half, Series series, Texts texts, Clock clock) implements Samples {
    @Override
    public long changes() {
        return series.changes();
    }

    @Override
    public long disorder() {
        return series.disorder();
    }

    @Override
    public long newestTime() {
        return series.newestTime();
    }

    @Override
    public long oldestTime() {
        return series.oldestTime();
    }

    @Override
    public double cadenceMillis() {
        return series.cadenceMillis();
    }

    @Override
    public @Nullable Sample atOrBefore(long time) {
        return series.atOrBefore(time);
    }

    @Override
    public @Nullable Sample atOrAfter(long time) {
        return series.atOrAfter(time);
    }

    @Override
    public void fold(long from, long to, Columns columns) {
        series.fold(from, to, columns);
    }

    @Override
    public List<Gap> gaps(long from, long to) {
        RunSeries run = half.known();
        Hole open = run.open(series, Math.min(to, clock.millis()));
        return Stream.concat(series.holes(from, to).stream(), Stream.ofNullable(open))
                .filter(hole -> hole.from() < to && hole.to() > from)
                .map(hole -> new Gap(hole.from(), hole.to(), texts.of("hole", hole.why())))
                .toList();
    }

    @Override
    public long dropped() {
        return series.dropped();
    }

    @Override
    public boolean stale() {
        return half.isStale();
    }
}
