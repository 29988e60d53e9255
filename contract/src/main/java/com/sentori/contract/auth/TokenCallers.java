package com.sentori.contract.auth;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Callers are whom their bearer tokens name. A token that was verified is known again for a minute, by its hash: a client
 * sends the same one with each reading, and a signature costs more than the rest of the request.
 */
public final class TokenCallers implements Callers {
    /** After which a token is verified again: so long may one live whose key the issuer has withdrawn. */
    private static final Duration KNOWN = Duration.ofMinutes(1);
    /** Tokens that are known at once; only such as were accepted count. */
    private static final int MOST_KNOWN = 1_000;
    /** RFC 6750; tokens are longer than keys of databases and shorter than what headers may hold. */
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +([A-Za-z0-9._~+/-]{1,8192}=*)");

    private final SignedTokens tokens;
    private final AuthMode.Jwt mode;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Of the issuer that the mode names. */
    public TokenCallers(SignedTokens tokens, AuthMode.Jwt mode, Clock clock) {
        this.tokens = tokens;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public Caller identify(@Nullable String authorization, @Nullable String user) {
        Caller caller = bearer(authorization);
        if (user != null && !user.equals(caller.user())) {
            throw ContractException.of(ErrorCode.FORBIDDEN,
                    "The token is not of the user that " + USER_HEADER + " names: leave the header out.");
        }
        return caller;
    }

    private Caller bearer(@Nullable String authorization) {
        if (authorization == null) {
            throw ContractException.of(ErrorCode.UNAUTHENTICATED,
                    "This call needs a token: send Authorization: Bearer and the token.");
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw ContractException.of(ErrorCode.UNAUTHENTICATED, "The header Authorization holds no bearer token.");
        }
        String token = bearer.group(1);
        String hash = sha256(token);
        Instant now = clock.instant();
        Known before = known.get(hash);
        if (before != null && now.isBefore(before.until)) {
            return before.caller;
        }
        Caller caller = caller(tokens.verify(token));
        remember(hash, caller, now);
        return caller;
    }

    private void remember(String hash, Caller caller, Instant now) {
        if (known.size() >= MOST_KNOWN) {
            known.clear(); // they come back, each for one verification
        }
        Instant again = now.plus(KNOWN);
        known.put(hash, new Known(caller, again.isBefore(caller.until()) ? again : caller.until()));
    }

    private Caller caller(Claims claims) {
        String user = claims.text(mode.userClaim())
                .filter(Caller::isUser)
                .orElseThrow(() -> ContractException.of(ErrorCode.UNAUTHENTICATED,
                        "The token names no user: its claim " + mode.userClaim() + " " + Caller.USER_RULE + "."));
        return new Caller(user, Role.highest(claims.list(mode.rolesClaim())).orElse(null),
                claims.expiresAt().plus(SignedTokens.SKEW));
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Known(Caller caller, Instant until) {}
}
