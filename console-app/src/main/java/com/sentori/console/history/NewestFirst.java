package com.sentori.console.history;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.live.BackendRun;
import com.sentori.contract.pages.Page;
import com.sentori.contract.runs.Run;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runs of several backends as one list, newest first, a page at a time. A backend that does not answer is left out
 * from then on, and named. One thread at a time.
 */
final class NewestFirst {
    private final List<Source> sources;
    private final List<BackendException> faults = new ArrayList<>();

    NewestFirst(List<BackendClient> backends) {
        sources = new ArrayList<>(backends.stream().map(Source::new).toList());
    }

    /** The next ones, at most so many. */
    synchronized List<BackendRun> next(int count) {
        List<BackendRun> rows = new ArrayList<>();
        while (rows.size() < count) {
            sources.removeIf(source -> !source.fill(count, faults));
            Source newest = sources.stream().max(Comparator.comparing(Source::head)).orElse(null);
            if (newest == null) {
                break;
            }
            rows.add(newest.take());
        }
        return rows;
    }

    /** Whether there may be more. */
    synchronized boolean hasMore() {
        return !sources.isEmpty();
    }

    /** Why backends are left out. */
    synchronized List<BackendException> faults() {
        return List.copyOf(faults);
    }

    private static final class Source {
        private final BackendClient backend;
        private final Deque<Run> read = new ArrayDeque<>();
        private @Nullable String nextKey;
        private boolean begun;

        Source(BackendClient backend) {
            this.backend = backend;
        }

        /** Reads until there is a head; false if there is none any more. */
        boolean fill(int limit, List<BackendException> faults) {
            try {
                // A page may be empty although more follow.
                while (read.isEmpty() && (!begun || nextKey != null)) {
                    Page<Run> page = backend.runs(nextKey, limit);
                    begun = true;
                    nextKey = page.nextKey();
                    read.addAll(page.items());
                }
            } catch (BackendException e) {
                faults.add(e);
                return false;
            }
            return !read.isEmpty();
        }

        Instant head() {
            return read.element().startedAt();
        }

        BackendRun take() {
            return new BackendRun(backend, read.remove());
        }
    }
}
