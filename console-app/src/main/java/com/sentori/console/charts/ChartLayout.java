package com.sentori.console.charts;

import com.sentori.console.thresholds.Threshold;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How linked charts are set up, to be kept and taken up again; a record that the product's JSON mapper writes and reads. Times and lengths are milliseconds.
 *
 * @param version of this form: {@link #VERSION}
 * @param followMillis how much is followed; null if a span stands still
 * @param from epoch milliseconds of a span that stands still; null else
 * @param to epoch milliseconds of a span that stands still; null else
 * @param scales fixed scales by unit
 * @param logarithmic units whose axes are logarithmic
 * @param hidden ids of lines that are not drawn
 * @param thresholds all of them
 * @param annotations those by hand
 * @param utc whether times are in UTC
 */
public record ChartLayout(int version, @Nullable Long followMillis, @Nullable Long from, @Nullable Long to,
        Map<String, Scale> scales, Set<String> logarithmic, Set<String> hidden, List<Threshold> thresholds,
        List<Annotation> annotations, boolean utc) {
    /** The form that is written. */
    public static final int VERSION = 1;

    /** As the charts of a link are set up now. FX thread. */
    public static ChartLayout of(ChartLink link) {
        View view = link.views().now();
        Long follow = view.window() instanceof TimeWindow.Following following ? following.millis() : null;
        TimeWindow.@Nullable Fixed fixed = view.window() instanceof TimeWindow.Fixed span ? span : null;
        return new ChartLayout(VERSION, follow, fixed == null ? null : fixed.from(), fixed == null ? null : fixed.to(),
                new TreeMap<>(view.scales()), new TreeSet<>(view.logarithmic()), new TreeSet<>(link.hidden()),
                List.copyOf(link.thresholds()), List.copyOf(link.annotations()), link.isUtc());
    }

    /** What other samples can be looked at with: no span, no scales, no annotations. */
    public ChartLayout common() {
        return new ChartLayout(version, null, null, null, Map.of(), logarithmic, hidden, thresholds, List.of(), utc);
    }

    /** The same with these limits and annotations. */
    public ChartLayout with(List<Threshold> limits, List<Annotation> notes) {
        return new ChartLayout(version, followMillis, from, to, scales, logarithmic, hidden, List.copyOf(limits),
                List.copyOf(notes), utc);
    }

    /**
     * Sets the charts of a link up so, to begin with: no view before it is gone back to. FX thread.
     *
     * @throws IllegalArgumentException if it is of a later version
     */
    public void applyTo(ChartLink link) {
        if (version > VERSION) {
            throw new IllegalArgumentException("This layout was kept by a later version of the program.");
        }
        TimeWindow window = followMillis != null
                ? new TimeWindow.Following(followMillis)
                : from != null && to != null ? new TimeWindow.Fixed(from, to) : link.views().now().window();
        link.glide(new View(window, scales, logarithmic));
        link.hidden().retainAll(hidden);
        link.hidden().addAll(hidden);
        if (!link.thresholds().equals(thresholds)) {
            link.thresholds().setAll(thresholds);
        }
        link.annotations().setAll(annotations);
        if (utc != link.isUtc()) {
            link.toggleUtc();
        }
    }
}
