package com.sentori.contract.reports;

import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.Reading;
import java.util.Objects;

/**
 * Readings as CSV by RFC 4180: times as ISO-8601 in UTC and as epoch milliseconds, the zone in the header. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
public final class ReadingsCsv {
    /** The first line. */
    public static final String HEADER = "timestamp_utc,timestamp_epoch_ms,received_utc,received_epoch_ms,"
            + "sensor_id,type,reading,seq,id,run_id\r\n";

    private ReadingsCsv() {}

    /** The line of a reading. */
    public static String line(Reading reading) {
        return String.join(",", Timestamps.write(reading.timestamp()),
                Long.toString(reading.timestamp().toEpochMilli()), Timestamps.write(reading.receivedAt()),
                Long.toString(reading.receivedAt().toEpochMilli()), cell(reading.sensorId()), cell(reading.type()),
                Double.toString(reading.value()), Objects.toString(reading.seq(), ""), cell(reading.id()),
                cell(reading.runId())) + "\r\n";
    }

    /** A text as a cell of the kind that all CSV of the product has. */
    public static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return isSpecial(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }
}
