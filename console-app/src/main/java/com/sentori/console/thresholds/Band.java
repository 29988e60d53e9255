package com.sentori.console.thresholds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people set at once: limits on the values of one unit, from below, from above, or both, which then leave a band of good values. It is kept as a
 * {@link Threshold} for each side that has a limit. Any thread.
 *
 * @param id of the whole; those of its thresholds begin with it
 * @param name for people
 * @param unit of the values that it judges
 * @param below the limits on low values; null without
 * @param above the limits on high values; null without
 * @param hysteresis of both sides, in units of value
 */
public record Band(String id, String name, String unit, @Nullable Pair below, @Nullable Pair above,
        double hysteresis) {
    private static final String BELOW = "-below";
    private static final String ABOVE = "-above";

    /** The limits of one side, at least one; null for none. */
    public record Pair(@Nullable Double warn, @Nullable Double critical) {}

    /** The bands that these thresholds make, in the order of their first. */
    public static List<Band> of(List<Threshold> thresholds) {
        Map<String, Band> bands = new LinkedHashMap<>();
        thresholds.forEach(each -> bands.merge(base(each), of(each), Band::with));
        return List.copyOf(bands.values());
    }

    private static Band of(Threshold threshold) {
        Pair pair = new Pair(threshold.warn(), threshold.critical());
        boolean above = threshold.side() == Threshold.Side.ABOVE;
        return new Band(base(threshold), threshold.name(), threshold.unit(), above ? null : pair, above ? pair : null,
                threshold.hysteresis());
    }

    private Band with(Band other) {
        return new Band(id, name, unit, other.below == null ? below : other.below,
                other.above == null ? above : other.above, hysteresis);
    }

    private static String base(Threshold threshold) {
        String id = threshold.id();
        return id.endsWith(BELOW) || id.endsWith(ABOVE) ? id.substring(0, id.length() - BELOW.length()) : id;
    }

    /** Whether a threshold is one of its sides. */
    public boolean has(Threshold threshold) {
        return base(threshold).equals(id);
    }

    /**
     * A threshold for each side that has a limit.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public List<Threshold> thresholds() {
        List<Threshold> sides = new ArrayList<>();
        if (below != null) {
            sides.add(new Threshold(id + BELOW, name, unit, Threshold.Side.BELOW, below.warn, below.critical,
                    hysteresis));
        }
        if (above != null) {
            sides.add(new Threshold(id + ABOVE, name, unit, Threshold.Side.ABOVE, above.warn, above.critical,
                    hysteresis));
        }
        return sides;
    }
}
