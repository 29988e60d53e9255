package com.sentori.console.cli;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.reports.Form;
import com.sentori.console.reports.Reports;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a session that a command drives: progress, tokens and Ctrl-C while it runs, report and result at its end. */
record Following(RunSession session, RunGuard guard, Judges judges, Targets targets, Streams streams) {
    /**
     * Returns when all is ended, checked and said.
     *
     * @param report the folder for its report; null without one
     * @return the exit code
     */
    int toTheEnd(@Nullable Path report, boolean json) {
        boolean interrupted = isInterrupted();
        int exit = report == null || interrupted ? Exit.PASSED : write(report);
        List<HalfResult> halves = new ArrayList<>();
        for (Drive drive : session.drives()) {
            HalfResult half = new HalfResult(drive, guard.broken(drive), judges.findings(drive));
            exit = Math.max(exit, half.exit());
            half.messages().forEach(streams.err()::println);
            halves.add(half);
        }
        if (json) {
            streams.json(HalfResult.json(halves, exit == Exit.PASSED));
        } else {
            halves.stream().flatMap(half -> half.line().stream()).forEach(streams.out()::println);
        }
        return interrupted ? Exit.INTERRUPTED : exit;
    }

    /** Whether it was stopped by Ctrl-C; waits until it is over. */
    private boolean isInterrupted() {
        try (Progress _ = Progress.show(() -> Progress.line(session), streams.err());
                TokenWatch _ = TokenWatch.over(targets, session, streams.err())) {
            session.await();
            return false;
        } catch (InterruptedException e) {
            session.stop();
            awaitStopped();
            return true;
        }
    }

    private void awaitStopped() {
        try {
            session.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has its check and its thresholds also when a report cannot be made of it. */
    private int write(Path folder) {
        List<BackendClient> backends = session.drives().stream().map(Drive::backend).toList();
        try {
            ReportOptions.reports(backends, null)
                    .write(Reports.Wanted.of(session.drives().getFirst().progress().run().id()),
                            EnumSet.allOf(Form.class), folder, _ -> {})
                    .files()
                    .forEach(streams.err()::println);
            return Exit.PASSED;
        } catch (BackendException e) {
            streams.err().println("There is no report: " + e.sentence());
            return Exit.NO_VERDICT;
        } catch (IOException | IllegalArgumentException e) {
            streams.err().println("There is no report: " + e.getMessage());
            return Exit.of(e);
        }
    }
}
