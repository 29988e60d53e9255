package com.sentori.contract.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store found for one page: items in order, each with the position after which the next page begins.
 *
 * @param entries at most as many as were asked for
 * @param resume where to go on if the store stopped before the end, also after an empty slice; null at the
 *        end
 * @param <T> the item
 */
public record Slice<T>(List<Entry<T>> entries, @Nullable String resume) {
    /** Keeps its own copy. */
    public Slice {
        entries = List.copyOf(entries);
    }

    /**
     * The position after which the next slice begins.
     *
     * @param before that of the slice before; null for the first
     */
    public @Nullable String lastPosition(@Nullable String before) {
        if (!entries.isEmpty()) {
            return entries.getLast().position();
        }
        return resume == null ? before : resume;
    }

    /**
     * An item and its position.
     *
     * @param item what is shown
     * @param position the store's own words for the place of the item in this query's order
     * @param <T> the item
     */
    public record Entry<T>(T item, String position) {}
}
