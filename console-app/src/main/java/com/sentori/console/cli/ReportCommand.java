package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.exports.RunExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run to files. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes a run as CSV and JSON.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;
    @Mixin
    private Targets targets = new Targets();
    @Parameters(paramLabel = "RUN_ID")
    private String id = "";
    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (default: here).")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws BackendException, IOException {
        try (Backends backends = targets.open()) {
            BackendClient backend = RunCommand.holding(targets.chosen(backends), id);
            for (Path file : new RunExport(backend).write(id, out, _ -> {})) {
                if (spec != null) {
                    spec.commandLine().getOut().println(file);
                }
            }
            return Exit.PASSED;
        }
    }
}
