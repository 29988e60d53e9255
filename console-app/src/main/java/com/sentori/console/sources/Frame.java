package com.sentori.console.sources;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a source answered.
 *
 * @param lines the series, in the source's order
 * @param completeUntil the watermark: what ends later may still change; null if the source does not tell
 * @param at when it answered, by its own clock
 * @param partial whether it said that there is more than this
 * @param notes what it said besides, in its own words
 */
public record Frame(List<Line> lines, @Nullable Instant completeUntil, Instant at, boolean partial,
        List<String> notes) {
    /** Keeps its own copies. */
    public Frame {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** Whether a point can no longer change; not where nobody knows. */
    public boolean isComplete(Line line, int point) {
        return completeUntil != null && line.end(point) <= completeUntil.toEpochMilli();
    }

    /** The last point of a line that can no longer change. */
    public OptionalInt lastComplete(Line line) {
        for (int point = line.size() - 1; point >= 0; point--) {
            if (isComplete(line, point)) {
                return OptionalInt.of(point);
            }
        }
        return OptionalInt.empty();
    }

    /** The lines that answer a question. */
    public List<Line> of(String query) {
        return lines.stream().filter(line -> line.query().equals(query)).toList();
    }
}
