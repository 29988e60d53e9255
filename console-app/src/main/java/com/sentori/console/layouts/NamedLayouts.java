package com.sentori.console.layouts;

import com.sentori.console.live.LiveLayout;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Layouts of the live screen that were saved under a name; a record that the product's JSON mapper writes and reads.
 *
 * @param version of this form: {@link #VERSION}
 * @param layouts by name, in the order of names, which capital letters do not tell apart
 */
public record NamedLayouts(int version, Map<String, LiveLayout> layouts) {
    /** The form that is written. */
    public static final int VERSION = 1;
    /** The most characters of a name. */
    static final int LONGEST_NAME = 40;

    static final NamedLayouts NONE = new NamedLayouts(VERSION, Map.of());

    /** Keeps its own copy; refuses what another version wrote. */
    public NamedLayouts {
        if (version != VERSION) {
            throw new IllegalArgumentException("These layouts were saved by another version of the program.");
        }
        layouts = Collections.unmodifiableMap(sorted(layouts));
    }

    private static Map<String, LiveLayout> sorted(Map<String, LiveLayout> layouts) {
        Map<String, LiveLayout> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(layouts);
        return sorted;
    }

    /** The same with one more, in the place of one of that name. */
    NamedLayouts with(String name, LiveLayout layout) {
        Map<String, LiveLayout> next = sorted(layouts);
        next.remove(name);
        next.put(name, layout);
        return new NamedLayouts(VERSION, next);
    }

    /** The same without one. */
    NamedLayouts without(String name) {
        Map<String, LiveLayout> next = sorted(layouts);
        next.remove(name);
        return new NamedLayouts(VERSION, next);
    }
}
