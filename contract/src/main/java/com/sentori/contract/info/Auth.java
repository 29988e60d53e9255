package com.sentori.contract.info;

import com.sentori.contract.auth.AuthMode;
import org.jspecify.annotations.Nullable;

/**
 * How callers prove who they are.
 *
 * @param mode {@code open}: they need not; {@code jwt}: by a bearer token
 * @param issuer of tokens; null in {@code open}
 * @param clientId by which the console presents itself to the issuer; null without
 */
public record Auth(String mode, @Nullable String issuer, @Nullable String clientId) {
    /** No token, no ownership. */
    public static final Auth OPEN = of(AuthMode.OPEN);

    static Auth of(@Nullable AuthMode mode) {
        return switch (mode) {
            case AuthMode.Jwt jwt -> new Auth(jwt.wireName(), jwt.issuer(), jwt.clientId());
            case AuthMode.Open open -> new Auth(open.wireName(), null, null);
            case null -> OPEN;
        };
    }
}
