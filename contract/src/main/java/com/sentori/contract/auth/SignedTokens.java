package com.sentori.contract.auth;

import com.sentori.contract.errors.ContractException;
import java.time.Duration;
import java.util.Set;

/**
 * Verifies signed tokens (RFC 7519, as RFC 8725 advises): that the issuer of {@link AuthMode.Jwt} has signed it with one of
 * its published keys by one of {@link #ALGORITHMS}, for the audience, and that it is valid now. What its claims allow is not
 * decided here. Thread-safe.
 */
@FunctionalInterface
public interface SignedTokens {
    /** Algorithms of signatures; never a symmetric one, whose key would be the public one, and never none. */
    Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    /** What a token may call itself; it may also leave that out. */
    Set<String> TYPES = Set.of("JWT", "at+jwt");
    /** By so much may the clocks of issuer and server differ. */
    Duration SKEW = Duration.ofSeconds(30);
    /** How long the issuer's keys are used before they are fetched again. */
    Duration KEYS_LIVE = Duration.ofMinutes(10);
    /** How long they are used further while the issuer does not answer. */
    Duration KEYS_OUTLIVE = Duration.ofHours(1);
    /** Within this time the keys are fetched twice at most, whatever keys tokens name. */
    Duration KEYS_PAUSE = Duration.ofSeconds(10);
    /** A set of keys is no larger, in bytes. */
    int MAX_KEYS = 64 * 1024;

    /**
     * The claims of a token.
     *
     * @throws ContractException UNAUTHENTICATED if it is not accepted; OVERLOADED if the issuer's keys cannot be had
     */
    Claims verify(String token);
}
