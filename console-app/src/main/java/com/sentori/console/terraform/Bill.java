package com.sentori.console.terraform;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan changes of what the stack costs in a month, by a dated list of prices. Traffic, requests and storage that nobody has planned are not in it.
 *
 * @param date of the prices
 * @param currency of all amounts
 * @param region that the prices are of
 * @param before what is there costs in a month, as far as it is known
 * @param after what will be there costs in a month, as far as it is known
 * @param lines resources of which the price changes
 * @param byUse resources that change and are paid by use: no amount is known
 * @param unknown resources that change, of which the price depends on what is known after the apply
 * @param unlisted resources that change, and are not in the price file
 */
public record Bill(String date, String currency, String region, double before, double after, List<Line> lines,
        List<String> byUse, List<String> unknown, List<String> unlisted) {
    /** Keeps its own copies. */
    public Bill {
        lines = List.copyOf(lines);
        byUse = List.copyOf(byUse);
        unknown = List.copyOf(unknown);
        unlisted = List.copyOf(unlisted);
    }

    /** What is paid more in a month; below 0 for less. */
    @JsonProperty("difference")
    public double difference() {
        return after - before;
    }

    /**
     * One resource.
     *
     * @param address of it
     * @param before in a month; null where it is not there
     * @param after in a month; null where it will not be there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(String address, @Nullable Double before, @Nullable Double after) {
        /** What is paid more in a month; below 0 for less. */
        @JsonProperty("difference")
        public double difference() {
            return (after == null ? 0 : after) - (before == null ? 0 : before);
        }
    }
}
