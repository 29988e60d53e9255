package com.sentori.contract.http;

import com.sentori.contract.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer for the server to write as it stands.
 *
 * @param status the HTTP status
 * @param headers to be sent
 * @param body the bytes; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {
    /** Keeps its own copy of the headers, in order. */
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    /** 200 with a value as JSON. */
    public static ApiResponse ok(Object value) {
        return json(200, value);
    }

    /** A value as JSON. */
    public static ApiResponse json(int status, Object value) {
        return new ApiResponse(status, Map.of("Content-Type", "application/json"), Json.bytes(value));
    }

    /** An answer without a body. */
    static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), new byte[0]);
    }

    /** This answer with one more header. */
    public ApiResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new ApiResponse(status, all, body);
    }
}
