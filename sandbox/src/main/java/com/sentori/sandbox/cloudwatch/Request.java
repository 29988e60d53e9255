package com.sentori.sandbox.cloudwatch;

import com.sun.net.httpserver.Headers;
import java.util.Locale;

/** A call as it came, unpacked. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Request(String path, Headers headers, byte[] body) {
    /** A header, or the empty text. */
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The media type without parameters, in small letters. */
    String mediaType() {
        return header("Content-Type").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }
}
