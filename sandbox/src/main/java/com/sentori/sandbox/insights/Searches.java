package com.sentori.sandbox.insights;

import com.sentori.sandbox.logs.LogGroup;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The queries that were begun, the last {@value #KEPT} of them, two of which run at a time. Thread-safe. */
public final class Searches implements AutoCloseable {
    private static final int KEPT = 24;
    private static final int AT_ONCE = 2;

    private final Map<String, Search> searches = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE,
            Thread.ofPlatform().daemon().name("insights-", 1).factory());

    /**
     * Begins one.
     *
     * @param from inclusive
     * @param to inclusive
     * @param limit how many events are given back at most, where the query does not say it
     * @return by which it is known; empty if too many are under way
     */
    public synchronized Optional<String> start(Query query, List<LogGroup> groups, Instant from, Instant to,
            int limit) {
        if (searches.size() >= KEPT && !forget()) {
            return Optional.empty();
        }
        String id = UUID.randomUUID().toString();
        Search search = new Search(query, groups, from, to, limit);
        searches.put(id, search);
        threads.execute(search);
        return Optional.of(id);
    }

    /** The oldest that is over. */
    private boolean forget() {
        for (Iterator<Search> each = searches.values().iterator(); each.hasNext();) {
            if (each.next().found().status() != Found.Status.RUNNING) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** What one has found; empty if there is none of this id, or no more. */
    public synchronized Optional<Found> found(String id) {
        return Optional.ofNullable(searches.get(id)).map(Search::found);
    }

    /** Stops one, and tells whether it was under way; empty if there is none of this id, or no more. */
    public synchronized Optional<Boolean> stop(String id) {
        return Optional.ofNullable(searches.get(id)).map(Search::stop);
    }

    /** Stops all. */
    @Override
    public synchronized void close() {
        searches.values().forEach(Search::stop);
        threads.shutdownNow();
    }
}
