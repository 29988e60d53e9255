package com.sentori.contract.http;

import com.sentori.contract.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer for the server to write as it stands.
 *
 * @param status the HTTP status
 * @param headers to be sent
 * @param body of no bytes for none
 */
public record ApiResponse(int status, Map<String, String> headers, Body body) {
    /** Keeps its own copy of the headers, in order. */
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    /** With bytes that are there. */
    public ApiResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, new Body.Whole(body));
    }

    /** 200 with bytes that are made while they are written. */
    public static ApiResponse streamed(String contentType, Body.Writer writer) {
        return new ApiResponse(200, Map.of("Content-Type", contentType), new Body.Streamed(writer));
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
