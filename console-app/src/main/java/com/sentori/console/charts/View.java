package com.sentori.console.charts;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is seen of the samples: what zooming and panning change, and undo brings back.
 *
 * @param window the span of time
 * @param scales fixed scales by unit; an axis without one fits the values in view
 * @param logarithmic the units whose axes are logarithmic
 */
public record View(TimeWindow window, Map<String, Scale> scales, Set<String> logarithmic) {
    /** Takes copies. */
    public View {
        scales = Collections.unmodifiableMap(new HashMap<>(scales));
        logarithmic = Set.copyOf(logarithmic);
    }

    /** A span of time in which all values are seen. */
    public static View of(TimeWindow window) {
        return new View(window, Map.of(), Set.of());
    }

    /** Another span of time. */
    View window(TimeWindow now) {
        return new View(now, scales, logarithmic);
    }

    /** The same with a fixed scale for a unit. */
    View scale(String unit, Scale scale) {
        Map<String, Scale> next = new HashMap<>(scales);
        next.put(unit, scale);
        return new View(window, next, logarithmic);
    }

    /** The same with all axes fitting. */
    View fitting() {
        return new View(window, Map.of(), logarithmic);
    }

    /** The same with this axis logarithmic, or no longer; it fits then. */
    View toggleLog(String unit) {
        Map<String, Scale> next = new HashMap<>(scales);
        next.remove(unit);
        Set<String> units = new HashSet<>(logarithmic);
        if (!units.remove(unit)) {
            units.add(unit);
        }
        return new View(window, next, units);
    }

    /** The same with the next choice of these axes logarithmic: after none the first, then each alone, then all, then none again; others stay. */
    View nextLog(List<String> units) {
        Set<String> now = new HashSet<>(units);
        now.retainAll(logarithmic);
        Set<String> wanted = Set.of();
        if (now.isEmpty()) {
            wanted = Set.of(units.getFirst());
        } else if (now.size() == 1 && units.size() > 1) {
            int at = units.indexOf(now.iterator().next());
            wanted = at + 1 < units.size() ? Set.of(units.get(at + 1)) : Set.copyOf(units);
        }
        View next = this;
        for (String unit : units) {
            next = now.contains(unit) == wanted.contains(unit) ? next : next.toggleLog(unit);
        }
        return next;
    }

    /** The scale of a unit's axis. */
    Scale scaleOf(String unit) {
        return scales.getOrDefault(unit, Scale.fitting(logarithmic.contains(unit)));
    }
}
