package com.sentori.console.cli;

import com.sentori.console.alarms.Raised;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.reports.Form;
import com.sentori.console.reports.Reports;
import com.sentori.console.reports.Verdict;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.RunSession;
import com.sentori.console.runs.TakenOverException;
import com.sentori.console.runs.Threshold;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Scenario;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.Interrupted;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts, follows, ends and lists runs. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Starts, follows, ends and lists runs.", subcommands = ShowCommand.class)
final class RunCommand implements Runnable {
    private static final Duration STANDARD_DURATION = Duration.ofSeconds(20);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec self = spec();
        self.commandLine().usage(self.commandLine().getErr());
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Starts a run, drives its sensors, and checks what was stored.")
    int start(@Mixin Targets targets,
            @Option(names = "--sensors", description = "How many (default 20).") @Nullable Integer sensors,
            @Option(names = "--rate", converter = Rate.class, description = "Readings a second of each, or as 30/m or 1/h (default 5/s).") @Nullable Double rate,
            @Option(names = "--duration", converter = Seconds.class, description = "How long, as 90s, 2m or 1h30m (default 20s, or what the scenario says).") @Nullable Duration duration,
            @Option(names = "--waveform", description = "One of ${COMPLETION-CANDIDATES} (default SINE).") @Nullable Waveform waveform,
            @Option(names = "--scenario", paramLabel = "FILE|NAME", description = "A scenario file, or one of those that 'run scenarios' lists; in place of --sensors, --rate and --waveform.") @Nullable String scenario,
            @Option(names = "--threshold", paramLabel = "TEXT", description = "What the run must hold, like 'p(95)<200' (latency in ms) or 'temperature:max<=30'; repeatable.") @Nullable List<String> thresholds,
            @Option(names = "--alarms", paramLabel = "FILE", description = "The rules of alarms (YAML or JSON) that the run is watched by; without it those of the window, or '"
                    + RunGuard.NONE + "'.") @Nullable String alarms,
            @Option(names = "--seed", description = "Same seed, same values.") @Nullable Long seed,
            @Option(names = "--report", paramLabel = "DIR", description = "Writes its report there at its end, in all forms.") @Nullable Path report,
            @Option(names = "--wait", paramLabel = "DURATION", converter = Seconds.class, description = "Waits so long for a place while as many runs are running as may be (default: not at all).") @Nullable Duration wait,
            @Option(names = "--json", description = "Prints the result as JSON, by the schema result-1.json.") boolean json)
            throws BackendException, InterruptedException, IOException, ScenarioException, TimeoutException {
        if (scenario != null && (sensors != null || rate != null || waveform != null)) {
            throw new IllegalArgumentException(
                    "A scenario says which sensors there are: leave out --sensors, --rate and --waveform.");
        }
        Records records = new Records(Folders.data());
        List<Threshold> wanted = thresholds == null ? List.of() : Threshold.list(String.join(",", thresholds));
        long sown = seed == null ? ThreadLocalRandom.current().nextLong(1L << 53) : seed;
        Order order;
        if (scenario == null) {
            Order.Form form = new Order.Form(sensors == null ? 20 : sensors, rate == null ? 5 : rate,
                    waveform == null ? Waveform.SINE : waveform);
            Duration length = duration == null ? STANDARD_DURATION : duration;
            require(PlanFault.of(form.sensors(), form.rate(), length, null));
            order = Order.of(form, length, sown, wanted);
        } else {
            ScenarioText text = records.scenarios().named(scenario);
            order = Order.of(text, duration == null ? text.scenario().duration() : duration, sown, wanted);
        }
        require(PlanFault.of(order.plan(), null));
        try (Backends backends = targets.open()) {
            List<BackendClient> chosen = targets.chosen(backends);
            for (BackendClient backend : chosen) {
                require(PlanFault.of(order.plan(), backend.info().limits()));
            }
            try (RunGuard guard = RunGuard.over(alarms, chosen);
                    RunSession session = started(chosen, order, records, guard, wait)) {
                for (Drive drive : session.drives()) {
                    err().println(name(drive) + ": run " + drive.progress().run().id() + " started, "
                            + session.plan().scenario().name() + ", seed " + session.plan().seed());
                }
                return follow(targets, session, guard.on(session), report, json);
            }
        }
    }

    private static RunSession started(List<BackendClient> chosen, Order order, Records records, RunSession.Sink sink,
            @Nullable Duration wait)
            throws BackendException, IOException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + (wait == null ? 0 : wait.toNanos());
        while (true) {
            try {
                return RunSession.start(chosen, order, records, sink, Clock.systemUTC());
            } catch (BackendException e) {
                if (wait == null || !e.is(ErrorCode.RUN_LIMIT_REACHED)) {
                    throw e;
                }
                if (System.nanoTime() >= end) {
                    throw new TimeoutException("There was no place within " + wait.toSeconds() + " s. " + e.sentence());
                }
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Goes on with the runs that were not over when their console ended.")
    int resume(@Mixin Targets targets,
            @Option(names = "--json", description = "Prints the results as JSON, by the schema result-1.json.") boolean json)
            throws InterruptedException, IOException, BackendException {
        Records records = new Records(Folders.data());
        List<Records.Abandoned> all = records.abandoned();
        if (all.isEmpty()) {
            err().println("No run was left behind.");
        }
        int exit = Exit.PASSED;
        for (Records.Abandoned one : all) {
            try (Backends backends = targets.open(one.backends(), one.urls());
                    RunGuard guard = RunGuard.resuming(targets.chosen(backends), err());
                    RunSession session = RunSession.resume(one, targets.chosen(backends), records, guard,
                            Clock.systemUTC())) {
                err().println("Going on with " + String.join(", ", one.runIds()) + ", which began at "
                        + Timestamps.write(one.begin()) + ".");
                exit = Math.max(exit, follow(targets, session, guard.on(session), null, json));
            } catch (TakenOverException e) {
                err().println("The run " + String.join(", ", one.runIds()) + " cannot go on here: " + e.getMessage());
                exit = Math.max(exit, Exit.NO_VERDICT);
            } catch (IOException | ScenarioException e) {
                records.giveUp(one, String.valueOf(e.getMessage()));
                err().println("The run " + String.join(", ", one.runIds()) + " cannot go on: " + e.getMessage());
                exit = Math.max(exit, Exit.NO_VERDICT);
            }
        }
        return exit;
    }

    @Command(name = "scenarios", mixinStandardHelpOptions = true, description = "Lists the scenarios that come with the program, or checks files.")
    int scenarios(@Parameters(paramLabel = "FILE", arity = "0..*") @Nullable List<String> files,
            @Option(names = "--json", description = "Prints JSON, by the schema scenarios-1.json.") boolean json)
            throws ScenarioException {
        List<Listed> all = new ArrayList<>();
        Records records = new Records(Folders.data());
        for (String name : files == null ? Scenarios.SHIPPED : files) {
            ScenarioText text = records.scenarios().named(name);
            Scenario scenario = text.scenario();
            all.add(new Listed(name, scenario.sensors(), scenario.groups().size(), scenario.phases().size(),
                    scenario.duration().toSeconds(), text.hash()));
        }
        if (json) {
            out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.scenarios/1", "scenarios", all)));
        } else {
            all.forEach(each -> out().println(each.line()));
        }
        return Exit.PASSED;
    }

    private static void require(List<PlanFault> faults) {
        for (PlanFault fault : faults) {
            throw new IllegalArgumentException(sentence(fault));
        }
    }

    private int follow(Targets targets, RunSession session, RunGuard guard, @Nullable Path report, boolean json)
            throws BackendException, InterruptedException, IOException {
        // On Ctrl-C the virtual machine ends by itself: the hook ends the runs first and has the last word.
        Thread onSignal = Thread.ofPlatform().unstarted(() -> {
            session.stop();
            await(session);
            result(session, guard, List.of(), json);
            Runtime.getRuntime().halt(Exit.INTERRUPTED);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Progress _ = Progress.show(session, err());
                TokenWatch _ = TokenWatch.over(targets, session, err())) {
            session.await();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            onSignal.join();
        }
        return result(session, guard, judge(session, report), json);
    }

    /** Writes the report, if one is wanted; what became of the thresholds, as it says. */
    private List<Verdict.Finding> judge(RunSession session, @Nullable Path folder)
            throws BackendException, IOException {
        if (folder == null && session.order().thresholds().isEmpty()) {
            return List.of();
        }
        List<BackendClient> backends = session.drives().stream().map(Drive::backend).toList();
        Reports.Written written = ReportOptions.reports(backends, null)
                .write(Reports.Wanted.of(session.drives().getFirst().progress().run().id()),
                        folder == null ? Set.of() : EnumSet.allOf(Form.class),
                        folder == null ? Path.of(".") : folder, _ -> {});
        written.files().forEach(err()::println);
        return written.report()
                .verdict()
                .findings()
                .stream()
                .filter(finding -> finding.subject() == Verdict.Subject.THRESHOLD)
                .toList();
    }

    private static void await(RunSession session) {
        try {
            session.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int result(RunSession session, RunGuard guard, List<Verdict.Finding> thresholds, boolean json) {
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
            } else if (!check.passed() || end.run().status() != RunStatus.COMPLETED) {
                exit = Math.max(exit, Exit.CHECK_FAILED);
            }
            List<Raised> broken = guard.broken(drive);
            if (!broken.isEmpty()) {
                exit = Math.max(exit, Exit.CHECK_FAILED);
            }
            for (Raised each : broken) {
                err().println(name(drive) + ": alarm '" + each.rule().name() + "' at " + Timestamps.write(each.at())
                        + ": " + each.figure());
            }
            List<Verdict.Finding> judged = thresholds.stream()
                    .filter(finding -> finding.backend().equals(name(drive)))
                    .toList();
            for (Verdict.Finding each : judged) {
                exit = Math.max(exit, exit(each.outcome()));
                if (each.outcome() != Verdict.Outcome.PASSED) {
                    err().println(sentence(each));
                }
            }
            Map<String, Object> half = new LinkedHashMap<>();
            half.put("backend", name(drive));
            half.put("run", end.run());
            half.put("check", check);
            half.put("note", end.note());
            half.put("drained", end.drained());
            half.put("latency", latencies(drive));
            half.put("faults", drive.faults());
            half.put("alarms", broken.stream().map(RunCommand::alarm).toList());
            half.put("thresholds", judged.stream().map(RunCommand::threshold).toList());
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

    private static int exit(Verdict.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Exit.PASSED;
            case NO_VERDICT -> Exit.NO_VERDICT;
            case FAILED -> Exit.CHECK_FAILED;
        };
    }

    private static String sentence(Verdict.Finding finding) {
        return finding.measured() == null
                ? finding.backend() + ": whether " + finding.text() + " was held is not known."
                : String.format(Locale.ROOT, "%s: %s was not held: %.1f.", finding.backend(), finding.text(),
                        finding.measured());
    }

    private static Map<String, Object> threshold(Verdict.Finding finding) {
        Map<String, Object> threshold = new LinkedHashMap<>();
        threshold.put("threshold", finding.text());
        threshold.put("outcome", finding.outcome());
        threshold.put("measured", finding.measured());
        threshold.put("since", finding.since());
        return threshold;
    }

    private static Map<String, Object> alarm(Raised raised) {
        return Map.of("rule", raised.rule().id(), "name", raised.rule().name(), "at", raised.at(), "sensor",
                raised.key().sensor(), "value", raised.value(), "figure", raised.figure());
    }

    private static Map<String, Object> latencies(Drive drive) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Latencies.Kind kind : Latencies.Kind.values()) {
            all.put(kind.name().toLowerCase(Locale.ROOT), drive.latencies().percentiles(kind));
        }
        return all;
    }

    @Command(name = "watch", mixinStandardHelpOptions = true, description = "Prints the readings of a run as they are stored, a JSON object a line, until it ends.")
    int watch(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID") String id,
            @Option(names = "--timeout", paramLabel = "DURATION", converter = Seconds.class, description = "Follows it so long at most (default: until it ends).") @Nullable Duration timeout)
            throws BackendException, InterruptedException, IOException, TimeoutException {
        try (Backends backends = targets.open()) {
            BackendClient backend = holding(targets.chosen(backends), id);
            PrintWriter out = out();
            try (TailFeed feed = new TailFeed(backend, id, readings -> {
                readings.forEach(reading -> out.println(Json.MAPPER.writeValueAsString(reading)));
                out.flush();
            }, Clock.systemUTC())) {
                boolean ended = feed.awaitEnd(timeout == null ? Long.MAX_VALUE : timeout.toMillis());
                BackendException fault = feed.progress().fault();
                if (fault != null) {
                    throw fault;
                }
                if (!ended) {
                    throw new TimeoutException("The run goes on; " + feed.progress().delivered()
                            + " readings were printed until now.");
                }
                err().println(backend.profile().name() + ": " + feed.progress().delivered() + " readings, "
                        + backend.run(id).status());
                return Exit.PASSED;
            }
        }
    }

    @Command(name = "stop", mixinStandardHelpOptions = true, description = "Ends a run, or all of them.")
    int stop(@Mixin Targets targets, @Parameters(paramLabel = "RUN_ID", arity = "0..1") @Nullable String id,
            @Option(names = "--all", description = "All runs that are running, whoever started them; asks first.") boolean all,
            @Option(names = "--yes", description = "Does not ask.") boolean yes,
            @Option(names = "--json", description = "Prints JSON, by the schema stopped-1.json.") boolean json)
            throws BackendException, IOException {
        if ((id == null) != all) {
            throw new IllegalArgumentException("Name the run to end, or give --all.");
        }
        try (Backends backends = targets.open()) {
            List<BackendClient> chosen = targets.chosen(backends);
            if (id != null) {
                BackendClient backend = holding(chosen, id);
                Run ended = backend.finish(id, "INTERRUPTED", null);
                say(json, List
                        .of(new Stopped(backend.profile().name(), ended.isRunning() ? 0 : 1, ended.status().name())));
                return Exit.PASSED;
            }
            if (!yes && !isConfirmed(chosen)) {
                return Exit.INTERRUPTED;
            }
            List<Stopped> stopped = new ArrayList<>();
            for (BackendClient backend : chosen) {
                Interrupted ended = backend.interruptAll();
                stopped.add(new Stopped(backend.profile().name(), ended.interrupted(), ended.message()));
            }
            say(json, stopped);
            return Exit.PASSED;
        }
    }

    private void say(boolean json, List<Stopped> stopped) {
        if (json) {
            out().println(Json.MAPPER.writeValueAsString(Map.of("schema", "sentori.stopped/1", "stopped", stopped)));
        } else {
            stopped.forEach(each -> out().println(each.backend + ": " + each.message));
        }
    }

    /** Says how many runs of whom it hits, and asks once. */
    private boolean isConfirmed(List<BackendClient> chosen) throws BackendException {
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
        return terminal.readLine("%s Type yes to do it: ", question).strip().equalsIgnoreCase("yes");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest runs.")
    int list(@Mixin Targets targets,
            @Option(names = "--limit", defaultValue = "20", description = "At most so many of each backend.") int limit,
            @Option(names = "--json", description = "Prints JSON, by the schema runs-1.json.") boolean json)
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

    /** A scenario in a list. */
    private record Listed(String name, int sensors, int groups, int phases, long seconds, String hash) {
        String line() {
            return String.format(Locale.ROOT, "%-10s %4d sensors %3d groups %3d phases  %5d s  %s", name, sensors,
                    groups, phases, seconds, hash);
        }
    }

    /** What was ended of a backend's. */
    private record Stopped(String backend, int runs, String message) {}

    /** A run in a list. */
    private record Row(String backend, Run run) {
        String line() {
            return String.format(Locale.ROOT, "%-12s %s  %-11s %-13s %s  %s", backend, run.id(), run.status(),
                    run.endReason() == null ? "" : run.endReason(), Timestamps.write(run.startedAt()),
                    run.username());
        }
    }
}
