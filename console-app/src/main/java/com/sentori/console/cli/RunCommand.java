package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.exports.RunExport;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.RunSession;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts, follows, ends and lists runs. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Starts, follows, ends and lists runs.")
final class RunCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec self = spec();
        self.commandLine().usage(self.commandLine().getErr());
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Starts a run, drives its sensors, and checks what was stored.")
    int start(@Mixin Targets targets,
            @Option(names = "--sensors", defaultValue = "20", description = "How many (default ${DEFAULT-VALUE}).") int sensors,
            @Option(names = "--rate", defaultValue = "5", description = "Readings a second of each (default ${DEFAULT-VALUE}).") double rate,
            @Option(names = "--duration", defaultValue = "20s", converter = Seconds.class, description = "How long, as 90s, 2m or 1h30m (default ${DEFAULT-VALUE}).") Duration duration,
            @Option(names = "--waveform", defaultValue = "SINE", description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).") Waveform waveform,
            @Option(names = "--seed", description = "Same seed, same values.") @Nullable Long seed,
            @Option(names = "--report", paramLabel = "DIR", description = "Writes the run there at its end.") @Nullable Path report,
            @Option(names = "--json", description = "Prints the result as JSON.") boolean json)
            throws BackendException, InterruptedException, IOException {
        SensorPlan plan = new SensorPlan(sensors, rate, duration, waveform,
                seed == null ? ThreadLocalRandom.current().nextLong(1L << 53) : seed);
        try (Backends backends = targets.open()) {
            List<BackendClient> chosen = targets.chosen(backends);
            for (BackendClient backend : chosen) {
                for (PlanFault fault : PlanFault.of(plan, backend.info().limits())) {
                    throw new IllegalArgumentException(sentence(fault));
                }
            }
            try (RunSession session = RunSession.start(chosen, plan, (_, _, _) -> {}, Clock.systemUTC())) {
                return follow(session, report, json);
            }
        }
    }

    private int follow(RunSession session, @Nullable Path report, boolean json)
            throws BackendException, InterruptedException, IOException {
        // On Ctrl-C the virtual machine ends by itself: the hook ends the runs first and has the last word.
        Thread onSignal = Thread.ofPlatform().unstarted(() -> {
            session.stop();
            await(session);
            result(session, json);
            Runtime.getRuntime().halt(Exit.INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        for (Drive drive : session.drives()) {
            err().println(name(drive) + ": run " + drive.progress().run().id() + " started, seed "
                    + session.plan().seed());
        }
        try (Progress _ = Progress.show(session, err())) {
            session.await();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            onSignal.join();
        }
        if (report != null) {
            for (Drive drive : session.drives()) {
                for (Path file : new RunExport(drive.backend()).write(drive.progress().run().id(), report, _ -> {})) {
                    err().println(file);
                }
            }
        }
        return result(session, json);
    }

    private static void await(RunSession session) {
        try {
            session.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int result(RunSession session, boolean json) {
        int exit = Exit.PASSED;
        List<Map<String, Object>> halves = new ArrayList<>();
        for (Drive drive : session.drives()) {
            Drive.Progress end = drive.progress();
            RunCheck check = end.check();
            if (end.note() != null) {
                err().println(end.note());
            }
            if (check == null) {
                exit = Exit.NO_VERDICT;
            } else if (!check.passed() || end.acknowledged() < session.plan().total()) {
                exit = Math.max(exit, Exit.CHECK_FAILED);
            }
            Map<String, Object> half = new LinkedHashMap<>();
            half.put("backend", name(drive));
            half.put("run", end.run());
            half.put("check", check);
            half.put("note", end.note());
            halves.add(half);
            if (check != null && !json) {
                out().println(check.line(name(drive)));
            }
        }
        if (json) {
            out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.result/1", "passed",
                    exit == Exit.PASSED, "runs", halves)));
        }
        out().flush();
        err().flush();
        return exit;
    }

    @Command(name = "watch", mixinStandardHelpOptions = true, description = "Prints the readings of a run as they are stored, until it ends.")
    int watch(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID") String id)
            throws BackendException, InterruptedException, IOException {
        try (Backends backends = targets.open()) {
            BackendClient backend = holding(targets.chosen(backends), id);
            PrintWriter out = out();
            try (TailFeed feed = new TailFeed(backend, id, readings -> {
                readings.forEach(reading -> out.println(Json.MAPPER.writeValueAsString(reading)));
                out.flush();
            }, Clock.systemUTC())) {
                feed.awaitEnd(Long.MAX_VALUE);
                BackendException fault = feed.progress().fault();
                if (fault != null) {
                    throw fault;
                }
                err().println(backend.profile().name() + ": " + feed.progress().delivered() + " readings, "
                        + backend.run(id).status());
                return Exit.PASSED;
            }
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Ends a run, or all of them.")
    int stop(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID", arity = "0..1") @Nullable String id,
            @Option(names = "--all", description = "All runs that are running, whoever started them.") boolean all)
            throws BackendException, IOException {
        if ((id == null) != all) {
            throw new IllegalArgumentException("Name the run to end, or give --all.");
        }
        try (Backends backends = targets.open()) {
            List<BackendClient> chosen = targets.chosen(backends);
            if (id != null) {
                BackendClient backend = holding(chosen, id);
                out().println(backend.profile().name() + ": " + backend.finish(id, "INTERRUPTED", null).status());
                return Exit.PASSED;
            }
            for (BackendClient backend : chosen) {
                out().println(backend.profile().name() + ": " + backend.interruptAll().message());
            }
            return Exit.PASSED;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest runs.")
    int list(@Mixin Targets targets,
            @Option(names = "--limit", defaultValue = "20", description = "At most so many of each backend.") int limit,
            @Option(names = "--json", description = "Prints JSON.") boolean json)
            throws BackendException, IOException {
        try (Backends backends = targets.open()) {
            List<Row> all = new ArrayList<>();
            int exit = Exit.PASSED;
            for (BackendClient backend : targets.chosen(backends)) {
                try {
                    for (Run run : backend.runs(null, limit).items()) {
                        all.add(new Row(backend.profile().name(), run));
                    }
                } catch (BackendException e) {
                    // What the others hold is shown all the same.
                    err().println(e.sentence());
                    exit = Exit.of(e);
                }
            }
            if (json) {
                out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.runs/1", "runs", all)));
            } else {
                all.forEach(row -> out().println(row.line()));
            }
            return exit;
        }
    }

    /** The backend that has the run. */
    static BackendClient holding(List<BackendClient> backends, String id) throws BackendException {
        BackendException worst = null;
        for (BackendClient backend : backends) {
            try {
                backend.run(id);
                return backend;
            } catch (BackendException e) {
                // One that cannot be asked may have the run: that is the news, not that another has it not.
                worst = worst == null || e.kind() != BackendException.Kind.REFUSED ? e : worst;
            }
        }
        if (worst != null) {
            throw worst;
        }
        throw new IllegalArgumentException("No backend is known.");
    }

    private static String sentence(PlanFault fault) {
        return switch (fault.field()) {
            case SENSORS -> "--sensors must be 1 to " + fault.max() + ".";
            case RATE -> "--rate must be at most " + fault.max() + " and at least one reading an hour.";
            case DURATION -> "--duration must be 1s to " + fault.max() + "s.";
            case TOTAL ->
                "A run may make 1 to " + fault.max() + " readings: take fewer sensors, a lower rate or less time.";
        };
    }

    private static String name(Drive drive) {
        return drive.backend().profile().name();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        return spec;
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** A run in a list. */
    private record Row(String backend, Run run) {
        String line() {
            return String.format(Locale.ROOT, "%-12s %s  %-11s %-13s %s  %s", backend, run.id(), run.status(),
                    run.endReason() == null ? "" : run.endReason(), Timestamps.write(run.startedAt()),
                    run.username());
        }
    }
}
