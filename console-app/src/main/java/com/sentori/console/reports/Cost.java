package com.sentori.console.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a half cost, by a price file.
 *
 * @param priceDate of the price file
 * @param currency of the prices
 * @param region that the prices are of
 * @param items in the order of the price file
 * @param total of all items; null if one of them is not known
 */
public record Cost(String priceDate, String currency, String region, List<Item> items, @Nullable Double total) {
    /** Keeps its own copy. */
    public Cost {
        items = List.copyOf(items);
    }

    /**
     * A part of it.
     *
     * @param name of what is paid for
     * @param unit that is paid for
     * @param quantity in units; null if it was not measured here
     * @param basis how the quantity is known
     * @param amount in the currency; null if the quantity was not measured here
     */
    public record Item(String name, String unit, @Nullable Double quantity, Basis basis, @Nullable Double amount) {}

    /** How a quantity is known. */
    public enum Basis {
        /** It was counted or timed. */
        COUNTED,
        /** It was reckoned from what was counted, by the price file's factors. */
        RECKONED
    }
}
