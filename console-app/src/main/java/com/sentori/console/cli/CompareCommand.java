package com.sentori.console.cli;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.reports.Reports;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a run, compared with another one. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Writes the report of a run with what is different from a baseline: figure by figure, difference and ratio.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;
    @Mixin
    private Targets targets = new Targets();
    @Mixin
    private ReportOptions options = new ReportOptions();
    @Parameters(index = "0", paramLabel = "RUN_ID")
    private String id = "";
    @Parameters(index = "1", paramLabel = "BASELINE_ID")
    private String baseline = "";

    @Override
    public Integer call() throws BackendException, IOException {
        try (Backends backends = targets.open()) {
            return options.write(targets.chosen(backends), new Reports.Wanted(id, baseline, List.of()),
                    Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut());
        }
    }
}
