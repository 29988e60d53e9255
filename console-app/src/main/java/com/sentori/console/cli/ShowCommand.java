package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a backend knows of one run. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows what is known of a run.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Parameters(paramLabel = "RUN_ID")
    private String id = "";
    @Option(names = "--json", description = "Prints JSON, by the schema show-1.json.")
    private boolean json;

    @Override
    public Integer call() throws BackendException, IOException {
        try (Backends backends = targets.open()) {
            BackendClient backend = targets.holding(backends, id);
            Run run = backend.run(id);
            String name = backend.profile().name();
            if (json) {
                streams.json(Map.of("schema", "sentori.show/1", "backend", name, "run", run));
            } else {
                lines(name, run).forEach((what, value) -> streams.out().println(what + ": " + value));
            }
            return Exit.PASSED;
        }
    }

    private static Map<String, Object> lines(String backend, Run run) {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("id", run.id());
        lines.put("backend", backend);
        lines.put("user", run.username());
        lines.put("status", run.endReason() == null ? run.status() : run.status() + " (" + run.endReason() + ")");
        put(lines, "message", run.errorMessage());
        lines.put("started", Timestamps.write(run.startedAt()));
        put(lines, "finished", time(run.finishedAt()));
        lines.put("sensors", run.params().sensorIds().size());
        lines.put("planned", run.params().duration() + " s");
        lines.put("meta", run.meta().members());
        return lines;
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : Timestamps.write(instant);
    }

    private static void put(Map<String, Object> lines, String what, @Nullable Object value) {
        if (value != null) {
            lines.put(what, value);
        }
    }
}
