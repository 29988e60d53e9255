package com.sentori.console.backends;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * The events of a {@code text/event-stream}, one after the other. Bounded: no line and no event is longer than a limit, whatever the other side sends. Not
 * thread-safe.
 */
final class EventLines {
    private final BufferedSource source;
    private final long limit;

    /**
     * Over a body.
     *
     * @param limit of an event's data, in bytes
     */
    EventLines(BufferedSource source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    /**
     * The next event; null at the end.
     *
     * @throws IOException if the stream breaks off, or holds what is no event
     */
    @Nullable
    Event next() throws IOException {
        String name = "message";
        StringBuilder data = new StringBuilder();
        boolean any = false;
        while (!source.exhausted()) {
            String line = source.readUtf8LineStrict(limit);
            if (line.isEmpty()) {
                if (any) {
                    return new Event(name, data.toString());
                }
                name = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(line.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
            if (field.equals("event")) {
                name = value;
            } else if (field.equals("data")) {
                if (data.length() + value.length() > limit) {
                    throw new IOException("an event is too long");
                }
                data.append(any ? "\n" : "").append(value);
                any = true;
            }
            // Comments, ids (the data has the cursor) and whatever else there may be say nothing to us.
        }
        return null;
    }

    /** An event. */
    record Event(String name, String data) {}
}
