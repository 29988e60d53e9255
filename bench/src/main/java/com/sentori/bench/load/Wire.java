package com.sentori.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire, made before the clock runs. */
public final class Wire {
    private Wire() {}

    /** A GET. */
    public static ByteBuffer get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** A POST of JSON. */
    public static ByteBuffer post(String path, String json, String... headers) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return bytes(head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    private static ByteBuffer bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
