package com.sentori.console.cli;

import com.sentori.console.backends.BackendException;
import com.sentori.console.reports.Reports;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the report of a run. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the report of a run, or of both halves of a twin run: from the backend, or from this machine's journal when the backend is away. Ends by its verdict: 0 passed, 97 none, 99 failed.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private Streams streams = new Streams();
    @Mixin
    private Targets targets = new Targets();
    @Mixin
    private ReportOptions options = new ReportOptions();
    @Parameters(paramLabel = "RUN_ID")
    private String id = "";

    @Override
    public Integer call() throws BackendException, IOException {
        return options.write(targets, Reports.Wanted.of(id), streams);
    }
}
