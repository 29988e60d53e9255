package com.sentori.console.cli;

import com.sentori.console.backends.BackendException;
import com.sentori.console.reports.Baseline;
import com.sentori.console.reports.Reports;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a run, compared with another one. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Writes the report of a run with what is different from a baseline: figure by figure, difference and ratio. Ends by its verdict, which has failed if a figure is worse than is tolerated: 0 passed, 97 none, 99 failed.")
final class CompareCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Mixin
    private ReportOptions options = new ReportOptions();
    @Option(names = "--tolerance", paramLabel = "PERCENT", defaultValue = Baseline.STANDARD_TOLERANCE
            + "", description = "So much worse than the baseline's may latencies, rate, cost, failures and late readings be (default ${DEFAULT-VALUE}).")
    private double tolerance;
    @Parameters(index = "0", paramLabel = "RUN_ID")
    private String id = "";
    @Parameters(index = "1", paramLabel = "BASELINE_ID")
    private String baseline = "";

    @Override
    public Integer call() throws BackendException, IOException {
        return options.write(targets, new Reports.Wanted(id, new Baseline(baseline, tolerance), List.of()), streams);
    }
}
