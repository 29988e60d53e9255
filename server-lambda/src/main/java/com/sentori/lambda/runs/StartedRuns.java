package com.sentori.lambda.runs;

import com.sentori.contract.runs.Run;
import com.sentori.lambda.store.Item;
import com.sentori.lambda.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs as they were started. That never changes, so the last ones asked for are kept in memory: who looks at
 * the running ones every second reads their heads alone. Thread-safe.
 */
final class StartedRuns {
    private static final int KEPT = 32;

    private final Store store;
    private final Map<String, Run> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
            return size() > KEPT;
        }
    };

    StartedRuns(Store store) {
        this.store = store;
    }

    /** Those that are there, by id. */
    Map<String, Run> get(Collection<String> runIds) {
        Map<String, Run> found = new HashMap<>();
        List<Item> missing = new ArrayList<>();
        synchronized (kept) {
            for (String id : runIds) {
                Run run = kept.get(id);
                if (run == null) {
                    missing.add(RunItems.key(id));
                } else {
                    found.put(id, run);
                }
            }
        }
        store.getAll(store.tables().runs(), missing, true).forEach(item -> {
            Run run = RunItems.started(item);
            found.put(run.id(), run);
            keep(run);
        });
        return found;
    }

    private void keep(Run run) {
        synchronized (kept) {
            kept.put(run.id(), run);
        }
    }
}
