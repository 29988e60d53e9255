package com.sentori.console.exports;

import com.sentori.console.runs.RunCheck;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180, times as ISO-8601 in UTC and as epoch milliseconds, the zone in the header. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
record CsvForm(Writer out) implements Form {
    private static final String HEADER = "timestamp_utc,timestamp_epoch_ms,received_utc,received_epoch_ms,"
            + "sensor_id,type,reading,seq,id,run_id\r\n";

    @Override
    public void begin(String backend, Run run) throws IOException {
        out.write(HEADER);
    }

    @Override
    public void add(Reading reading) throws IOException {
        out.write(String.join(",", Timestamps.write(reading.timestamp()),
                Long.toString(reading.timestamp().toEpochMilli()), Timestamps.write(reading.receivedAt()),
                Long.toString(reading.receivedAt().toEpochMilli()), cell(reading.sensorId()), cell(reading.type()),
                Double.toString(reading.value()), Objects.toString(reading.seq(), ""), cell(reading.id()),
                cell(reading.runId())));
        out.write("\r\n");
    }

    @Override
    public void end(long count, @Nullable RunCheck check) {
        // CSV has no foot.
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
