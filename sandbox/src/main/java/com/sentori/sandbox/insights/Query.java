package com.sentori.sandbox.insights;

import java.util.Comparator;
import java.util.List;

/**
 * A parsed query.
 *
 * @param filters all of which an event has to pass
 * @param shown names of the fields that are given back
 * @param order by these fields, one after the other; none for the newest first
 * @param limit how many events at most; 0 for what the call says
 */
public record Query(List<Condition> filters, List<String> shown, List<Key> order, int limit) {
    private static final Comparator<Event> NEWEST = Comparator.comparing(Event::time)
            .thenComparingLong(Event::place)
            .reversed();

    /** A field to sort by. */
    record Key(String field, boolean falling) {}

    /** Takes copies. */
    public Query {
        filters = List.copyOf(filters);
        shown = List.copyOf(shown);
        order = List.copyOf(order);
    }

    /**
     * Reads a query.
     *
     * @throws QueryFault if it is none, or not one that is understood here
     */
    public static Query parse(String text) throws QueryFault {
        return new Parser(text).query();
    }

    boolean accepts(Event event) {
        return filters.stream().allMatch(each -> each.accepts(event));
    }

    /** The first of them come first. */
    Comparator<Event> comparator() {
        Comparator<Event> all = null;
        for (Key key : order) {
            Comparator<Event> rising = Comparator.comparing(event -> event.value(key.field()), new ValueOrder());
            Comparator<Event> one = key.falling() ? rising.reversed() : rising;
            all = all == null ? one : all.thenComparing(one);
        }
        return all == null ? NEWEST : all.thenComparing(NEWEST);
    }
}
