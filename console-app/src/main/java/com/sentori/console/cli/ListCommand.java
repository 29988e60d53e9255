package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists runs. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest runs.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Option(names = "--limit", defaultValue = "20", description = "At most so many of each backend.")
    private int limit;
    @Option(names = "--json", description = "Prints JSON, by the schema runs-1.json.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
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
                    streams.err().println(e.sentence());
                    exit = Exit.of(e);
                }
            }
            if (json) {
                streams.json(Map.of("schema", "sentori.runs/1", "runs", all));
            } else {
                all.forEach(row -> streams.out().println(row.line()));
            }
            return exit;
        }
    }

    private record Row(String backend, Run run) {
        String line() {
            return String.format(Locale.ROOT, "%-12s %s  %-11s %-13s %s  %s", backend, run.id(), run.status(),
                    run.endReason() == null ? "" : run.endReason(), Timestamps.write(run.startedAt()),
                    run.username());
        }
    }
}
