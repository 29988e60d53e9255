package com.sentori.console.cli;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.reports.Reports;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a run. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the report of a run, or of both halves of a twin run: from the backend, or from this machine's journal when the backend is away.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;
    @Mixin
    private Targets targets = new Targets();
    @Mixin
    private ReportOptions options = new ReportOptions();
    @Parameters(paramLabel = "RUN_ID")
    private String id = "";

    @Override
    public Integer call() throws BackendException, IOException {
        try (Backends backends = targets.open()) {
            return options.write(targets.chosen(backends), Reports.Wanted.of(id),
                    Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut());
        }
    }
}
