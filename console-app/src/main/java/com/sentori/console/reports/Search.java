package com.sentori.console.reports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.Records;
import com.sentori.contract.pages.Page;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a run, and the other half of a twin run: on the backends, else in the journal. */
record Search(List<BackendClient> backends, Journal journal, Records records, Clock clock) {
    private static final int PAGE = 100;
    private static final int PAGES = 50;
    /** The halves of a twin run start so close to each other, by two clocks. */
    private static final Duration APART = Duration.ofMinutes(10);

    /** The run alone, or both halves of the twin run that it belongs to, by the names of their backends. */
    List<Source> halves(String runId) throws BackendException, IOException {
        Source first = find(runId);
        List<Source> all = new ArrayList<>(List.of(first));
        String twin = twin(first.run());
        if (!twin.isEmpty()) {
            for (BackendClient backend : backends) {
                if (!backend.profile().name().equals(first.backend().name())) {
                    other(backend, first.run(), twin).ifPresent(all::add);
                }
            }
            if (all.size() == 1) {
                journal.runs()
                        .stream()
                        .filter(seen -> !seen.run().id().equals(runId) && twin(seen.run()).equals(twin)
                                && journal.has(seen.store(), seen.run().id()))
                        .findFirst()
                        .ifPresent(seen -> all.add(new JournalSource(journal, seen)));
            }
        }
        all.sort(Comparator.comparing(source -> source.backend().name()));
        return all;
    }

    private Source find(String runId) throws BackendException {
        BackendException worst = null;
        for (BackendClient backend : backends) {
            try {
                return TailSource.of(backend, runId, clock);
            } catch (BackendException e) {
                // One that cannot be asked may have the run: that is the news, not that another has it not.
                worst = worst == null || e.kind() != BackendException.Kind.REFUSED ? e : worst;
            }
        }
        Optional<SeenRun> seen = journal.runs()
                .stream()
                .filter(one -> one.run().id().equals(runId) && journal.has(one.store(), runId))
                .findFirst();
        if (seen.isPresent()) {
            return new JournalSource(journal, seen.get());
        }
        if (worst != null) {
            throw worst;
        }
        throw new IllegalArgumentException("No backend is known, and the run was not seen here.");
    }

    private Optional<Source> other(BackendClient backend, Run run, String twin) throws IOException {
        try {
            Driven driven = records.driven(run.id()).orElse(null);
            String id = driven == null ? listed(backend, run, twin) : known(backend, driven, run);
            return id == null ? Optional.empty() : Optional.of(TailSource.of(backend, id, clock));
        } catch (BackendException e) {
            // Then it may have been seen here.
            return Optional.empty();
        }
    }

    private static @Nullable String known(BackendClient backend, Driven driven, Run run) throws BackendException {
        for (String id : driven.runIds()) {
            if (!id.equals(run.id())) {
                return backend.run(id).id();
            }
        }
        return null;
    }

    private static @Nullable String listed(BackendClient backend, Run run, String twin) throws BackendException {
        Instant oldest = run.startedAt().minus(APART);
        String key = null;
        for (int i = 0; i < PAGES; i++) {
            Page<Run> page = backend.runs(key, PAGE);
            for (Run each : page.items()) {
                if (twin(each).equals(twin)) {
                    return each.id();
                }
            }
            key = page.nextKey();
            if (key == null || (!page.items().isEmpty() && page.items().getLast().startedAt().isBefore(oldest))) {
                return null;
            }
        }
        return null;
    }

    private static String twin(Run run) {
        return run.meta().members().path("twin").asString("");
    }
}
