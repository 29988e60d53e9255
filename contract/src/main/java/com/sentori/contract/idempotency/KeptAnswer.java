package com.sentori.contract.idempotency;

import com.sentori.contract.http.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a call that was done.
 *
 * @param key of the call
 * @param at when it was done; it is kept for {@link #TIME} from then
 * @param status of the answer, 2xx
 * @param location the answer's {@code Location}; null without
 * @param body the answer's JSON
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
public record KeptAnswer(IdempotencyKey key, Instant at, int status, @Nullable String location, byte[] body) {
    /** How long it is given again. */
    public static final Duration TIME = Duration.ofHours(24);

    private static final String LOCATION = "Location";

    static KeptAnswer of(IdempotencyKey key, Instant at, ApiResponse answer) {
        return new KeptAnswer(key, at, answer.status(), answer.headers().get(LOCATION), answer.body().toBytes());
    }

    ApiResponse toResponse() {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        if (location != null) {
            headers.put(LOCATION, location);
        }
        return new ApiResponse(status, headers, body);
    }
}
