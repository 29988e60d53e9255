package com.sentori.console.live;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.contract.runs.Run;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run, and the backend that has it.
 *
 * @param backend who has it
 * @param run as last heard
 * @param store the identity of the store that has it ({@code instanceId}): what is known of a run is kept under it
 */
public record BackendRun(BackendClient backend, Run run, String store) {
    private static final int SHORT = 8;

    /** A run as its backend has it. Waits: who answers says whose readings they are. */
    public static BackendRun asked(BackendClient backend, String runId) throws BackendException {
        String store = backend.info().instanceId();
        return new BackendRun(backend, backend.run(runId), store);
    }

    /** The backend's name. */
    public String backendName() {
        return backend.profile().name();
    }

    /** The last characters of its id: enough to tell runs apart on a screen. */
    public String shortId() {
        return shortId(run.id());
    }

    /** The last characters of an id: the first ones tell its time, and are those of all runs of that minute. */
    public static String shortId(String id) {
        return id.substring(Math.max(0, id.length() - SHORT));
    }

    /** The mark that both halves of a twin run carry; empty for a single run. */
    public String twin() {
        return run.meta().members().path("twin").asString("");
    }

    /** This run and, if it is half of a twin run, the other half, as far as it is among {@code others}. */
    public List<BackendRun> withTwin(List<BackendRun> others) {
        String mark = twin();
        return mark.isEmpty()
                ? List.of(this)
                : Stream.concat(Stream.of(this), others.stream()
                        .filter(other -> !isSame(other)
                                && other.twin().equals(mark)))
                        .sorted(Comparator.comparing(BackendRun::backendName))
                        .toList();
    }

    /** Whether it is the same run, however it stands. */
    public boolean isSame(BackendRun other) {
        return run.id().equals(other.run.id()) && backendName().equals(other.backendName());
    }
}
