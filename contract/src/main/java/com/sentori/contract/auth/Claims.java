package com.sentori.contract.auth;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a token says that its issuer has signed for this server.
 *
 * @param expiresAt when it expires
 * @param all the claims by name, as JSON has them: strings, numbers, lists
 */
public record Claims(Instant expiresAt, Map<String, Object> all) {
    /** Keeps its own copy; a claim of null says nothing. */
    public Claims {
        Map<String, Object> said = new HashMap<>(all);
        said.values().removeIf(Objects::isNull);
        all = Map.copyOf(said);
    }

    Optional<String> text(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A list, or a single text as a list of one. */
    Collection<?> list(String name) {
        Object value = all.getOrDefault(name, List.of());
        return value instanceof Collection<?> list ? list : List.of(value);
    }
}
