package com.sentori.contract.reports;

import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.Reading;
import java.time.Instant;

/**
 * Readings as CSV by RFC 4180: times as ISO-8601 in UTC and as epoch milliseconds, the zone in the header. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it. Not thread-safe.
 */
public final class ReadingsCsv {
    /** The first line. */
    public static final String HEADER = "timestamp_utc,timestamp_epoch_ms,received_utc,received_epoch_ms,"
            + "sensor_id,type,reading,seq,id,run_id\r\n";

    private final Moment taken = new Moment();
    private final Moment received = new Moment();

    /** Writes the line of a reading at the end of a text. */
    public void append(StringBuilder text, Reading reading) {
        text.append(taken.cells(reading.timestamp())).append(received.cells(reading.receivedAt()));
        append(text, reading.sensorId());
        append(text, reading.type());
        text.append(reading.value()).append(',');
        if (reading.seq() != null) {
            text.append(reading.seq().longValue());
        }
        text.append(',');
        append(text, reading.id());
        text.append(cell(reading.runId())).append("\r\n");
    }

    private static void append(StringBuilder text, String cell) {
        text.append(cell(cell)).append(',');
    }

    /** A text as a cell of the kind that all CSV of the product has. */
    public static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return isSpecial(safe) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isSpecial(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    /** The cells of an instant. Readings of a batch have arrived at one, and many were taken at one. */
    private static final class Moment {
        private Instant instant = Instant.MIN;
        private String cells = "";

        String cells(Instant now) {
            if (!now.equals(instant)) {
                cells = Timestamps.write(now) + ',' + now.toEpochMilli() + ',';
                instant = now;
            }
            return cells;
        }
    }
}
