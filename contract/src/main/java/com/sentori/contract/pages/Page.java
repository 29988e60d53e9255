package com.sentori.contract.pages;

import com.sentori.contract.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is answered.
 *
 * @param items in the query's order
 * @param count how many
 * @param nextKey the cursor of the next page; null after the last. A page may be short or empty before that
 * @param <T> the item
 */
public record Page<T>(List<T> items, int count, @Nullable String nextKey) {
    /** Keeps its own copy. */
    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of what a store found. */
    public static <T> Page<T> of(String query, Slice<T> slice) {
        Cut<T> cut = Cut.of(slice);
        String next = cut.resume();
        return new Page<>(cut.items(), cut.items().size(), next == null ? null : Cursor.write(query, next));
    }

    /**
     * A slice cut at {@link PageSize#MAX_BYTES}.
     *
     * @param items what fits, at least one if there is any
     * @param last position of the last item; null without items
     * @param resume where to go on; null at the end
     * @param <T> the item
     */
    public record Cut<T>(List<T> items, @Nullable String last, @Nullable String resume) {
        /** Cuts it. */
        public static <T> Cut<T> of(Slice<T> slice) {
            List<T> items = new ArrayList<>(slice.entries().size());
            String last = null;
            long bytes = 0;
            for (Slice.Entry<T> entry : slice.entries()) {
                bytes += Json.bytes(entry.item()).length + 1;
                if (bytes > PageSize.MAX_BYTES && !items.isEmpty()) {
                    return new Cut<>(items, last, last);
                }
                items.add(entry.item());
                last = entry.position();
            }
            return new Cut<>(items, last, slice.resume());
        }
    }
}
