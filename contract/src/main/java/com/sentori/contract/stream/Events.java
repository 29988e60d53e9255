package com.sentori.contract.stream;

import com.sentori.contract.json.Json;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailCursor;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The events of a stream, as bytes. */
final class Events {
    private Events() {}

    /** Readings, with the place where a client goes on after them. */
    static byte[] readings(String runId, List<Slice.Entry<Reading>> entries, Instant now) {
        String cursor = TailCursor.write(runId, entries.getLast().position());
        TailPage page = new TailPage(entries.stream().map(Slice.Entry::item).toList(), cursor, false, now);
        return event("id: " + cursor + "\nevent: readings", page);
    }

    /** The run, at the beginning and when it has changed. */
    static byte[] run(Run run) {
        return event("event: run", run);
    }

    /** Nothing is new. */
    static byte[] heartbeat(Instant now) {
        return event("event: heartbeat", Map.of("serverTime", now));
    }

    /** Nothing comes any more. */
    static byte[] end() {
        return event("event: end", Map.of());
    }

    private static byte[] event(String head, Object data) {
        // The JSON has no line break outside its texts, and none inside them either: there they are escaped.
        return (head + "\ndata: " + new String(Json.bytes(data), StandardCharsets.UTF_8) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
