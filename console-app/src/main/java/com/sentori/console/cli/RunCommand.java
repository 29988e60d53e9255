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
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        for (PlanFault fault : PlanFault.of(plan, null)) {
            throw new IllegalArgumentException(sentence(fault));
        }
        try (Backends backends = targets.open();
                RunSession session = RunSession.start(targets.chosen(backends), plan, (_, _, _) -> {},
                        Clock.systemUTC())) {
            Thread atExit = Thread.ofPlatform().unstarted(() -> stopAndWait(session));
            Runtime.getRuntime().addShutdownHook(atExit);
            for (Drive drive : session.drives()) {
                err().println(name(drive) + ": run " + drive.progress().run().id() + " started, seed " + plan.seed());
            }
            session.await();
            Runtime.getRuntime().removeShutdownHook(atExit);
            if (report != null) {
                for (Drive drive : session.drives()) {
                    new RunExport(drive.backend()).write(drive.progress().run().id(), report, _ -> {});
                }
            }
            return result(session, json);
        }
    }

    private static void stopAndWait(RunSession session) {
        session.stop();
        try {
            session.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int result(RunSession session, boolean json) {
        boolean passed = true;
        List<Map<String, Object>> halves = new ArrayList<>();
        for (Drive drive : session.drives()) {
            Drive.Progress end = drive.progress();
            RunCheck check = end.check();
            if (check == null) {
                err().println(name(drive) + ": " + (end.note() == null ? "could not be checked" : end.note()));
                passed = false;
                continue;
            }
            passed &= check.passed() && end.acknowledged() == session.plan().total();
            halves.add(Map.of("backend", name(drive), "run", end.run(), "check", check));
            if (!json) {
                out().println(check.line(name(drive)));
            }
        }
        if (json) {
            out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.result/1", "passed", passed, "runs",
                    halves)));
        }
        return passed ? Exit.PASSED : Exit.CHECK_FAILED;
    }

    @Command(name = "watch", mixinStandardHelpOptions = true, description = "Prints the readings of a run as they are stored, until it ends.")
    int watch(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID") String id)
            throws BackendException, InterruptedException {
        try (Backends backends = targets.open()) {
            BackendClient backend = holding(targets.chosen(backends), id);
            PrintWriter out = out();
            try (TailFeed feed = new TailFeed(backend, id, readings -> {
                readings.forEach(reading -> out.println(Json.MAPPER.writeValueAsString(reading)));
                out.flush();
            }, Clock.systemUTC())) {
                feed.awaitEnd(Long.MAX_VALUE);
                err().println(backend.profile().name() + ": " + feed.progress().delivered() + " readings, "
                        + backend.run(id).status());
                return feed.progress().complete() ? Exit.PASSED : Exit.UNREACHABLE;
            }
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Ends a run, or all of them.")
    int stop(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID", arity = "0..1") @Nullable String id,
            @Option(names = "--all", description = "All runs that are running, whoever started them.") boolean all)
            throws BackendException {
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
            @Option(names = "--json", description = "Prints JSON.") boolean json) throws BackendException {
        try (Backends backends = targets.open()) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (BackendClient backend : targets.chosen(backends)) {
                for (Run run : backend.runs(null, limit).items()) {
                    all.add(Map.of("backend", backend.profile().name(), "run", run));
                    if (!json) {
                        out().printf("%-12s %s  %-11s %-13s %s  %s%n", backend.profile().name(), run.id(),
                                run.status(), run.endReason() == null ? "" : run.endReason(), run.startedAt(),
                                run.username());
                    }
                }
            }
            if (json) {
                out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.runs/1", "runs", all)));
            }
            return Exit.PASSED;
        }
    }

    static BackendClient holding(List<BackendClient> backends, String id) throws BackendException {
        BackendException last = null;
        for (BackendClient backend : backends) {
            try {
                backend.run(id);
                return backend;
            } catch (BackendException e) {
                last = e;
            }
        }
        if (last != null) {
            throw last;
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
}
