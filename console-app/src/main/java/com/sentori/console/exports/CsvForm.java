package com.sentori.console.exports;

import com.sentori.console.runs.RunCheck;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.reports.ReadingsCsv;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The CSV of the contract. */
record CsvForm(Writer out) implements Form {
    @Override
    public void begin(String backend, Run run) throws IOException {
        out.write(ReadingsCsv.HEADER);
    }

    @Override
    public void add(Reading reading) throws IOException {
        out.write(ReadingsCsv.line(reading));
    }

    @Override
    public void end(long count, @Nullable RunCheck check) {
        // CSV has no foot.
    }
}
