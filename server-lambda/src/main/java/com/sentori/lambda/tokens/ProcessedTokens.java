package com.sentori.lambda.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Claims;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Tokens as the library's processor accepts them. */
public final class ProcessedTokens implements SignedTokens {
    private final PublishedKeys keys;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** Of the issuer of this mode, valid by this clock. Asks the issuer for nothing yet. */
    public ProcessedTokens(AuthMode.Jwt mode, Clock clock) {
        keys = new PublishedKeys(mode.keys());
        Set<JOSEObjectType> types = TYPES.stream()
                .map(JOSEObjectType::new)
                .collect(Collectors.toCollection(HashSet::new));
        types.add(null); // that may be left out
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHMS.stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()), keys.source()));
        processor.setJWTClaimsSetVerifier(claimsVerifier(mode, clock));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claimsVerifier(AuthMode.Jwt mode, Clock clock) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(mode.audience(),
                new JWTClaimsSet.Builder().issuer(mode.issuer()).build(), Set.of(JWTClaimNames.EXPIRATION_TIME)) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        return verifier;
    }

    @Override
    public Claims verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return new Claims(claims.getExpirationTime().toInstant(), claims.getClaims());
        } catch (KeySourceException e) {
            // Whoever names keys that do not exist, faster than they are fetched, is not told to try again.
            if (e instanceof RateLimitReachedException && keys.wereFetched()) {
                throw refused();
            }
            throw ContractException.keysUnavailable(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused();
        }
    }

    private static ContractException refused() {
        return ContractException.of(ErrorCode.UNAUTHENTICATED,
                "The token is not accepted: it has expired, or is not this issuer's for this server.");
    }
}
