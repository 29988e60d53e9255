package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.contract.runs.Interrupted;
import com.sentori.contract.runs.Run;
import java.io.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends runs, whoever drives them. */
@Command(name = "stop", mixinStandardHelpOptions = true, description = "Ends a run, or all of them.")
final class StopCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Parameters(paramLabel = "RUN_ID", arity = "0..1")
    private @Nullable String id;
    @Option(names = "--all", description = "All runs that are running, whoever started them; asks first.")
    private boolean all;
    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;
    @Option(names = "--json", description = "Prints JSON, by the schema stopped-1.json.")
    private boolean json;

    @Override
    public Integer call() throws BackendException, IOException {
        if ((id == null) != all) {
            throw new IllegalArgumentException("Name the run to end, or give --all.");
        }
        try (Backends backends = targets.open()) {
            if (id != null) {
                say(List.of(stop(targets.holding(backends, id), id)));
                return Exit.PASSED;
            }
            List<BackendClient> chosen = targets.chosen(backends);
            if (!yes && !isConfirmed(chosen)) {
                return Exit.INTERRUPTED;
            }
            List<Stopped> stopped = new ArrayList<>();
            for (BackendClient backend : chosen) {
                Interrupted ended = backend.interruptAll();
                stopped.add(new Stopped(backend.profile().name(), ended.interrupted(), ended.message()));
            }
            say(stopped);
            return Exit.PASSED;
        }
    }

    private static Stopped stop(BackendClient backend, String run) throws BackendException {
        Run ended = backend.finish(run, "INTERRUPTED", null);
        return new Stopped(backend.profile().name(), ended.isRunning() ? 0 : 1, ended.status().name());
    }

    private void say(List<Stopped> stopped) {
        if (json) {
            streams.json(Map.of("schema", "sentori.stopped/1", "stopped", stopped));
        } else {
            stopped.forEach(each -> streams.out().println(each.backend + ": " + each.message));
        }
    }

    /** Says how many runs of whom it hits, and asks once. */
    private static boolean isConfirmed(List<BackendClient> chosen) throws BackendException {
        List<String> parts = new ArrayList<>();
        for (BackendClient backend : chosen) {
            Map<String, Integer> users = new TreeMap<>();
            backend.running().forEach(run -> users.merge(run.username(), 1, Integer::sum));
            users.forEach((user, count) -> parts.add(count + " of " + user + " on " + backend.profile().name()));
        }
        if (parts.isEmpty()) {
            return true;
        }
        String question = "This interrupts running runs: " + String.join(", ", parts) + ".";
        Console terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new IllegalArgumentException(question + " Add --yes to do it without being asked."));
        String answer = terminal.readLine("%s Type yes to do it: ", question);
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    /** What was ended of a backend's. */
    private record Stopped(String backend, int runs, String message) {}
}
