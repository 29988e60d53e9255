package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Folders;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.runs.TakenOverException;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.contract.json.Timestamps;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with runs that were left behind. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Goes on with the runs that were not over when their console ended.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Option(names = "--json", description = "Prints the results as JSON, by the schema result-1.json.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Records records = new Records(Folders.data());
        List<Records.Abandoned> all = records.abandoned();
        if (all.isEmpty()) {
            streams.err().println("No run was left behind.");
        }
        int exit = Exit.PASSED;
        try (OnSignal _ = OnSignal.interrupt()) {
            for (Records.Abandoned one : all) {
                int came = resume(one, records);
                exit = Math.max(exit, came);
                if (came == Exit.INTERRUPTED) {
                    break;
                }
            }
        }
        return exit;
    }

    private int resume(Records.Abandoned one, Records records) throws IOException {
        String runs = String.join(", ", one.runIds());
        Judges judges = new Judges(records);
        try (Backends backends = targets.open(one.backends(), one.urls())) {
            String unauthorised = unauthorised(one, targets.chosen(backends));
            if (unauthorised != null) {
                streams.err()
                        .println("The run " + runs + " cannot go on yet. " + unauthorised
                                + " Sign in with './sentori login', and give its token by --token-file.");
                return Exit.NOT_AUTHORISED;
            }
            try (RunGuard guard = RunGuard.resuming(targets.chosen(backends), streams.err());
                    RunSession session = RunSession.resume(one, targets.chosen(backends), records,
                            judges.beside(guard), Clock.systemUTC())) {
                streams.err()
                        .println("Going on with " + runs + ", which began at " + Timestamps.write(one.begin())
                                + ".");
                session.lost()
                        .forEach(half -> streams.err()
                                .println(half.backend().profile().name() + ": run " + half.run().id()
                                        + " cannot go on: " + half.fault().getMessage()));
                int came = new Following(session, guard.on(session), judges, targets, streams).toTheEnd(null, json);
                return session.lost().isEmpty() ? came : Math.max(came, Exit.NO_VERDICT);
            } catch (TakenOverException e) {
                streams.err().println("The run " + runs + " cannot go on here: " + e.getMessage());
            } catch (IOException | ScenarioException e) {
                streams.err().println("The run " + runs + " cannot go on: " + e.getMessage());
            }
            return Exit.NO_VERDICT;
        }
    }

    /** What a backend says that does not let us in, where no other token can come while the run waits; null if all let us in, or do not answer. */
    private @Nullable String unauthorised(Records.Abandoned one, List<BackendClient> backends) {
        for (int i = 0; i < backends.size() && !targets.isTokenRenewable(); i++) {
            try {
                backends.get(i).run(one.runIds().get(i));
            } catch (BackendException e) {
                if (e.isUnauthorised()) {
                    return e.sentence();
                }
            }
        }
        return null;
    }
}
