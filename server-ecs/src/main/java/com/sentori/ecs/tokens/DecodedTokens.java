package com.sentori.ecs.tokens;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Claims;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Tokens as Spring Security's decoder and validators accept them. */
public final class DecodedTokens implements SignedTokens {
    private final PublishedKeys keys;
    private final NimbusJwtDecoder decoder;

    private DecodedTokens(PublishedKeys keys, NimbusJwtDecoder decoder) {
        this.keys = keys;
        this.decoder = decoder;
    }

    /** Of the issuer of this mode, valid by this clock. Asks the issuer for nothing yet. */
    public static DecodedTokens of(AuthMode.Jwt mode, Clock clock) {
        PublishedKeys keys = new PublishedKeys(mode.keys());
        Set<JOSEObjectType> types = TYPES.stream()
                .map(JOSEObjectType::new)
                .collect(Collectors.toCollection(HashSet::new));
        types.add(null); // that may be left out
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys.source())
                .jwsAlgorithms(allowed -> ALGORITHMS
                        .forEach(name -> allowed.add(Objects.requireNonNull(SignatureAlgorithm.from(name)))))
                .jwtProcessorCustomizer(
                        processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(inTime(clock),
                new JwtIssuerValidator(mode.issuer()),
                new JwtClaimValidator<@Nullable Collection<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(mode.audience()))));
        return new DecodedTokens(keys, decoder);
    }

    private static OAuth2TokenValidator<Jwt> inTime(Clock clock) {
        JwtTimestampValidator validator = new JwtTimestampValidator(SKEW);
        validator.setClock(clock);
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    @Override
    public Claims verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return new Claims(Objects.requireNonNull(jwt.getExpiresAt()), jwt.getClaims());
        } catch (JwtException e) {
            if (isWithoutKeys(e)) {
                throw ContractException.keysUnavailable(e);
            }
            throw ContractException.of(ErrorCode.UNAUTHENTICATED,
                    "The token is not accepted: it has expired, or is not this issuer's for this server.");
        }
    }

    /** Whoever names keys that do not exist, faster than they are fetched, is not told to try again. */
    private boolean isWithoutKeys(JwtException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof KeySourceException
                        && !(cause instanceof RateLimitReachedException && keys.wereFetched()));
    }
}
