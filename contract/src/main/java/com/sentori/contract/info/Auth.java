package com.sentori.contract.info;

import org.jspecify.annotations.Nullable;

/**
 * How callers prove who they are.
 *
 * @param mode {@code open}: they need not
 * @param issuer of tokens; null in {@code open}
 * @param clientId of the console; null in {@code open}
 */
public record Auth(String mode, @Nullable String issuer, @Nullable String clientId) {
    /** No token, no ownership. */
    public static final Auth OPEN = new Auth("open", null, null);
}
