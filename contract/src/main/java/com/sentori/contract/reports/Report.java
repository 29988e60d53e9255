package com.sentori.contract.reports;

import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Run;
import com.sentori.contract.summary.RunMeter;
import com.sentori.contract.summary.Summary;
import java.io.DataInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What reports are made of.
 *
 * @param readings of the runs
 * @param summaries of the runs by their ids, which bound how many are reckoned at once; null to reckon each from the readings as they are
 *        written, where few reports are written at once
 */
public record Report(Readings readings, @Nullable Function<String, Summary> summaries) {
    /** Begins one; {@code out} is left open. The runs have ended, and are as they are shown. */
    public ReportWriter writer(List<Run> runs, OutputStream out) {
        return new ReportWriter(this, runs, new Archive(out), new RunMeter());
    }

    /**
     * Takes one up that was {@link ReportWriter#save put down}.
     *
     * @param runs the same, in the same order
     * @param out goes on where the other one ended
     */
    public ReportWriter restore(List<Run> runs, DataInput from, OutputStream out) throws IOException {
        return ReportWriter.restore(this, runs, from, out);
    }

    /**
     * Writes one from its beginning to its end.
     *
     * @throws IOException if the reader of the archive is gone
     */
    void write(List<Run> runs, OutputStream out) throws IOException {
        try (ReportWriter writer = writer(runs, out)) {
            while (writer.writeNext()) {
                // piece by piece
            }
        }
    }
}
