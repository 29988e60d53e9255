package com.sentori.console.backends;

import com.sentori.console.secrets.Redaction;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.json.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The operator's proof to a backend: it is written nowhere but into a safe, and its text shows nothing of it.
 * What it says of itself is not verified: it is for people to read.
 */
public final class Token {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

    private final String secret;
    private final JsonNode claims;

    private Token(String secret) {
        this.secret = secret;
        this.claims = claims(secret);
    }

    /**
     * Reads what an operator pasted.
     *
     * @throws IllegalArgumentException with a sentence that shows nothing of it
     */
    public static Token of(String text) {
        String secret = text.strip();
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("This is no token: give the one line that './sentori token' or your"
                    + " issuer printed.");
        }
        return new Token(secret);
    }

    /** Whom it names; empty if it does not say. */
    public String user() {
        return claims.path(AuthMode.Jwt.USER_CLAIM).asString("");
    }

    /** When it expires; null if it does not say. */
    public @Nullable Instant expiresAt() {
        return claims.path("exp").isNumber() ? Instant.ofEpochSecond(claims.path("exp").asLong()) : null;
    }

    /** Whether it has expired by now. */
    public boolean isExpired(Instant now) {
        Instant end = expiresAt();
        return end != null && !now.isBefore(end);
    }

    /** All of it, for a safe that keeps it, and for whoever asked for it on the command line. */
    public String text() {
        return secret;
    }

    /** A text in which nothing of it is seen. */
    public String hideIn(String text) {
        return text.replace(secret, Redaction.HIDDEN);
    }

    String header() {
        return "Bearer " + secret;
    }

    private static JsonNode claims(String secret) {
        String[] parts = secret.split("\\.", -1);
        try {
            return Json.MAPPER.readTree(parts.length == 3 ? Base64.getUrlDecoder().decode(parts[1]) : new byte[0]);
        } catch (JacksonException | IllegalArgumentException e) {
            return Json.MAPPER.nullNode(); // of another kind, which only its issuer can read
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
