package com.sentori.console.history;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.journal.SeenRun;
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
 * The runs of several backends as one list, newest first, a page at a time. Of a backend that does not answer those are listed that were seen
 * here; it is named. One thread at a time.
 */
final class NewestFirst {
    private final List<Source> sources;
    private final List<BackendException> faults = new ArrayList<>();

    /**
     * Of these.
     *
     * @param seen gives the runs that were seen here, newest first; asked only if a backend does not answer
     */
    NewestFirst(List<BackendClient> backends, Seen seen) {
        sources = new ArrayList<>(backends.stream().map(backend -> new Source(backend, seen)).toList());
    }

    /** The next ones, at most so many. */
    synchronized List<BackendRun> next(int count) throws InterruptedException {
        List<BackendRun> rows = new ArrayList<>();
        while (rows.size() < count) {
            for (Source source : List.copyOf(sources)) {
                if (!source.fill(count, faults)) {
                    sources.remove(source);
                }
            }
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

    /** Gives the runs that were seen here. */
    interface Seen {
        List<SeenRun> runs() throws InterruptedException;
    }

    private static final class Source {
        private final BackendClient backend;
        private final Seen seen;
        private final Deque<BackendRun> read = new ArrayDeque<>();
        private @Nullable String nextKey;
        /** The identity of the store that answers. */
        private @Nullable String store;
        private boolean begun;

        Source(BackendClient backend, Seen seen) {
            this.backend = backend;
            this.seen = seen;
        }

        /** Reads until there is a head; false if there is none any more. */
        boolean fill(int limit, List<BackendException> faults) throws InterruptedException {
            try {
                // A page may be empty although more follow.
                while (read.isEmpty() && (!begun || nextKey != null)) {
                    String answering = store == null ? backend.info().instanceId() : store;
                    store = answering;
                    Page<Run> page = backend.runs(nextKey, limit);
                    begun = true;
                    nextKey = page.nextKey();
                    page.items().forEach(run -> read.add(new BackendRun(backend, run, answering)));
                }
            } catch (BackendException e) {
                faults.add(e);
                if (begun) {
                    return false;
                }
                begun = true;
                seen.runs()
                        .stream()
                        .filter(run -> run.backend().equals(backend.profile().name()))
                        .forEach(run -> read.add(new BackendRun(backend, run.run(), run.store())));
            }
            return !read.isEmpty();
        }

        Instant head() {
            return read.element().run().startedAt();
        }

        BackendRun take() {
            return read.remove();
        }
    }
}
