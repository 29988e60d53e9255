package com.sentori.contract.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a server received it.
 *
 * @param method in upper case
 * @param path raw, from the root, without the query
 * @param headers by name in any case; where a name comes twice the last value
 * @param query decoded parameters, the values of each in order
 * @param body the bytes; a server may stop reading at {@link #MAX_BODY} + 1
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record ApiRequest(String method, String path, Map<String, String> headers, Map<String, List<String>> query,
        byte[] body) {
    /** The most bytes of a body: 1 MiB. */
    public static final int MAX_BODY = 1024 * 1024;

    /** No text may hold U+0000. */
    private static final String UNDECODABLE = "\0";

    /** Keeps its own copy of headers and query. */
    public ApiRequest {
        TreeMap<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
        query = Map.copyOf(query);
    }

    /** A header; null without. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * Decodes a raw query: UTF-8, {@code +} means a blank. What is not properly encoded becomes a text that the
     * pipeline refuses in its turn, after route and method.
     */
    public static Map<String, List<String>> decodeQuery(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    parameters.computeIfAbsent(decode(name), absent -> new ArrayList<>())
                            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    /** Whether the declared type is JSON. */
    boolean isJson() {
        String type = header("Content-Type");
        if (type == null) {
            return true;
        }
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", -1);
        String media = parts[0].strip();
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").strip();
            if (parameter.startsWith("charset=") && !List.of("charset=utf-8", "charset=utf8").contains(parameter)) {
                return false;
            }
        }
        return media.equals("application/json") || (media.startsWith("application/") && media.endsWith("+json"));
    }

    private static String decode(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return UNDECODABLE;
        }
    }
}
