package com.sentori.console.cloud;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a backend stands by the figures of its cloud.
 *
 * @param courses of what is measured there, each measure once
 * @param completeUntil the watermark of the source; null if it does not tell
 * @param at when the source answered, by its own clock
 * @param source who said so, as people call it
 * @param notes what it said besides
 */
public record Health(List<Course> courses, @Nullable Instant completeUntil, Instant at, String source,
        List<String> notes) {
    /** Keeps its own copies; sorted. */
    public Health {
        courses = courses.stream().sorted(Comparator.comparing(Course::measure)).toList();
        notes = List.copyOf(notes);
    }

    /** How a measure is to be taken. */
    public Level level(Course course) {
        Double value = course.value();
        return value == null || isOld(course) ? Level.UNKNOWN : course.measure().level(value);
    }

    /** Whether its last value no longer says how things are. */
    public boolean isOld(Course course) {
        return course.isOld(completeUntil == null ? at : completeUntil);
    }

    /** The worst of all; unknown where nothing is known. */
    public Level level() {
        return courses.stream()
                .map(this::level)
                .filter(level -> level != Level.UNKNOWN)
                .max(Comparator.naturalOrder())
                .orElse(Level.UNKNOWN);
    }
}
