package com.sentori.contract.kit;

import com.sentori.contract.auth.Role;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens as an issuer does, by hand, so that it can also make such as no issuer would.
 *
 * @param issuer as the server knows it
 * @param audience that the server wants
 * @param keyId of the key, as the issuer publishes it
 * @param keys an RSA pair, whose public part the issuer publishes
 */
public record Mint(String issuer, String audience, String keyId, KeyPair keys) {
    private static final Map<List<Object>, String> MINTED = new ConcurrentHashMap<>();
    private static final Duration LIFE = Duration.ofHours(1);

    /** A token that a server accepts; the same for the same user and role. */
    String token(String user, Role role) {
        return MINTED.computeIfAbsent(List.of(issuer, user, role), wanted -> token(user, role, claims -> claims));
    }

    /** The same, but for what is changed in its claims. */
    String token(String user, Role role, UnaryOperator<Map<String, Object>> change) {
        return signed("RS256", keyId, keys.getPrivate(), change.apply(claims(user, role)));
    }

    /** Changes one claim; null takes it out. */
    static UnaryOperator<Map<String, Object>> with(String claim, @Nullable Object value) {
        return claims -> {
            Map<String, Object> changed = new LinkedHashMap<>(claims);
            changed.remove(claim);
            if (value != null) {
                changed.put(claim, value);
            }
            return changed;
        };
    }

    Map<String, Object> claims(String user, Role role) {
        Instant now = Instant.now();
        return new HashMap<>(Map.of("iss", issuer, "aud", audience, "sub", user, "preferred_username", user, "roles",
                List.of(role.wireName()), "iat", now.minus(LIFE).getEpochSecond(), "exp",
                now.plus(LIFE).getEpochSecond()));
    }

    /** Signed by this key under this name. */
    String signed(String algorithm, @Nullable String id, PrivateKey key, Map<String, Object> claims) {
        String content = content(algorithm, id, claims);
        try {
            Signature signature = Signature.getInstance(
                    key.getAlgorithm().equals("EC") ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by nobody. */
    String unsigned(String algorithm, Map<String, Object> claims) {
        return content(algorithm, null, claims) + ".";
    }

    /** Signed with HS256 by bytes that everyone has, such as those of the public key. */
    String signedWithSecret(byte[] secret, Map<String, Object> claims) {
        String content = content("HS256", keyId, claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(String algorithm, @Nullable String id, Map<String, Object> claims) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", algorithm, "typ", "JWT"));
        if (id != null) {
            header.put("kid", id);
        }
        return base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
