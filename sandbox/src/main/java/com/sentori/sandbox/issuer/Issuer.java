package com.sentori.sandbox.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Caller;
import com.sentori.contract.auth.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Who signs the tokens of a sandbox. */
public final class Issuer {
    /** For whom its tokens are. */
    public static final String AUDIENCE = "sentori";
    /** How long a token may be valid. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final String CLIENT_ID = "sentori-console";

    private final URI address;
    private final RSAKey key;

    Issuer(URI address, RSAKey key) {
        this.address = address;
        this.key = key;
    }

    /**
     * That of the sandbox with this data, as it was last started.
     *
     * @throws IllegalArgumentException with a sentence for the operator if it never was started with one
     */
    public static Issuer of(Path data) throws IOException {
        return IssuerFolder.of(data).issuer();
    }

    /** How the backends are to know it. */
    public AuthMode.Jwt mode() {
        return AuthMode.Jwt.of(address.toString(), AUDIENCE, address + IssuerServer.KEYS, null, null, CLIENT_ID);
    }

    /**
     * A token; whoever has it is this user.
     *
     * @throws IllegalArgumentException with a sentence for the operator if there cannot be such a one
     */
    public String token(String user, Role role, Duration life, Instant now) {
        if (!Caller.isUser(user)) {
            throw new IllegalArgumentException("The user " + Caller.USER_RULE + ", not '" + user + "'.");
        }
        if (!life.isPositive() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A token is valid for 1s to " + LONGEST.toHours() + "h.");
        }
        JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(address.toString())
                .audience(AUDIENCE)
                .subject(user)
                .claim(AuthMode.Jwt.USER_CLAIM, user)
                .claim(AuthMode.Jwt.ROLES_CLAIM, List.of(role.wireName()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with RS256", e);
        }
        return token.serialize();
    }

    URI address() {
        return address;
    }

    RSAKey key() {
        return key;
    }
}
