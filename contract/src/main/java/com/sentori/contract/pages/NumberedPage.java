package com.sentori.contract.pages;

import java.util.List;

/**
 * A page by its number, as {@code page} and {@code size} ask for it. Over a list that grows, neighbouring pages may overlap;
 * {@link Page} does not.
 *
 * @param content the items
 * @param totalElements of all pages
 * @param totalPages of this size
 * @param number of the page, from 0
 * @param size the most items of a page
 * @param <T> the item
 */
public record NumberedPage<T>(List<T> content, long totalElements, long totalPages, long number, int size) {
    /** Keeps its own copy. */
    public NumberedPage {
        content = List.copyOf(content);
    }

    /** Of so many items in all. */
    public static <T> NumberedPage<T> of(List<T> content, long totalElements, long number, int size) {
        return new NumberedPage<>(content, totalElements, (totalElements + size - 1) / size, number, size);
    }
}
