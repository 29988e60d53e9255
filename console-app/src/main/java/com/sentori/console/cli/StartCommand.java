package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.contract.errors.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a run, and drives it to its end. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "Starts a run, drives its sensors, and checks what was stored.")
final class StartCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Mixin
    private OrderOptions options = new OrderOptions();
    @Option(names = "--alarms", paramLabel = "FILE", description = "The rules of alarms (YAML or JSON) that the run is watched by; without it those of the window, or '"
            + RunGuard.NONE + "'.")
    private @Nullable String alarms;
    @Option(names = "--report", paramLabel = "DIR", description = "Writes its report there at its end, in all forms.")
    private @Nullable Path report;
    @Option(names = "--wait", paramLabel = "DURATION", converter = Seconds.class, description = "Waits so long for a place while as many runs are running as may be (default: not at all).")
    private @Nullable Duration wait;
    @Option(names = "--json", description = "Prints the result as JSON, by the schema result-1.json.")
    private boolean json;

    @Override
    public Integer call()
            throws BackendException, InterruptedException, IOException, ScenarioException, TimeoutException {
        Records records = new Records(Folders.data());
        Order order = options.order(records.scenarios());
        try (Backends backends = targets.open(); OnSignal _ = OnSignal.interrupt()) {
            List<BackendClient> chosen = targets.chosen(backends);
            if (chosen.size() > RunSession.TWINS) {
                throw new IllegalArgumentException("A run goes to one backend, or to two as a twin run: name them with "
                        + "--backend. Known are " + names(chosen) + ".");
            }
            for (BackendClient backend : chosen) {
                OrderOptions.require(order, backend.info().limits());
            }
            if (chosen.size() == RunSession.TWINS && chosen.getFirst().isSame(chosen.getLast())) {
                throw new IllegalArgumentException(names(chosen) + " are one and the same backend: name one of them, "
                        + "or two that differ.");
            }
            Judges judges = new Judges(records);
            try (RunGuard guard = RunGuard.over(alarms, chosen);
                    RunSession session = started(chosen, order, records, judges.beside(guard))) {
                for (Drive drive : session.drives()) {
                    streams.err()
                            .println(drive.backend().profile().name() + ": run " + drive.progress().run().id()
                                    + " started, " + session.plan().scenario().name() + ", seed "
                                    + session.plan().seed());
                }
                return new Following(session, guard.on(session), judges, targets, streams).toTheEnd(report, json);
            }
        }
    }

    private static String names(List<BackendClient> backends) {
        return String.join(", ", backends.stream().map(backend -> backend.profile().name()).toList());
    }

    private RunSession started(List<BackendClient> chosen, Order order, Records records, RunSession.Sink sink)
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
            Thread.sleep(PAUSE);
        }
    }
}
