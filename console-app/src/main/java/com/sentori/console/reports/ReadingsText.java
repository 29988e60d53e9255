package com.sentori.console.reports;

import com.sentori.contract.readings.Reading;
import com.sentori.contract.reports.ReadingsCsv;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Readings as CSV in UTF-8, in pieces. Not thread-safe. */
final class ReadingsText implements Source.Taker, AutoCloseable {
    private static final int PIECE = 1 << 14;

    private final OutputStream out;
    private final ReadingsCsv csv = new ReadingsCsv();
    private final StringBuilder lines = new StringBuilder(ReadingsCsv.HEADER);

    /** Into this, which is closed with it. */
    ReadingsText(OutputStream out) {
        this.out = out;
    }

    @Override
    public void take(List<Reading> readings) throws IOException {
        for (Reading reading : readings) {
            csv.append(lines, reading);
            if (lines.length() >= PIECE) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
