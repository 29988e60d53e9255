package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Claims;
import com.sentori.contract.auth.Role;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.json.Json;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a backend's {@link SignedTokens} deal with an issuer that changes its keys, comes and goes. A backend's test extends it.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
public abstract class IssuerKit {
    private static final String ISSUER = "https://issuer.example";
    private static final KeyPair FIRST = pair("RSA", 2_048);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte[] published = keySet(List.of(jwk("first", FIRST)));
    private HttpServer issuer;
    private int port;
    private SignedTokens tokens;

    /** The backend's own, of the issuer of this mode. */
    protected abstract SignedTokens of(AuthMode.Jwt mode);

    @BeforeEach
    void open() throws IOException {
        listen(0);
        port = issuer.getAddress().getPort();
        tokens = of(AuthMode.Jwt.of(ISSUER, "sentori", "http://127.0.0.1:" + port + "/keys", null, null, null));
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    @Test
    void takes_both_kinds_of_signatures_and_asks_for_the_keys_once() {
        KeyPair curve = pair("EC", 256);
        published = keySet(List.of(jwk("first", FIRST), jwk("curve", curve)));
        for (int i = 0; i < 20; i++) {
            Claims claims = tokens.verify(token("first", FIRST));
            assertThat(claims.all()).containsEntry("preferred_username", "alice");
            assertThat(claims.expiresAt()).isAfter(Instant.now());
            tokens.verify(mint("curve", curve).signed("ES256", "curve", curve.getPrivate(), claims("curve", curve)));
        }
        assertThat(asked).hasValue(1);
        for (String algorithm : List.of("RS384", "RS512", "PS256", "ES256")) {
            assertRefused(mint("first", FIRST).signed(algorithm, "first", FIRST.getPrivate(), claims("first", FIRST)),
                    ErrorCode.UNAUTHENTICATED);
        }
    }

    @Test
    void finds_a_new_key_and_cannot_be_made_to_ask_without_end_for_such_as_do_not_exist() {
        tokens.verify(token("first", FIRST));
        KeyPair second = pair("RSA", 2_048);
        published = keySet(List.of(jwk("second", second)));
        tokens.verify(token("second", second));
        for (int i = 0; i < 100; i++) {
            assertRefused(token("unknown-" + i, second), ErrorCode.UNAUTHENTICATED);
        }
        assertThat(asked.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void without_any_keys_it_says_try_again_and_finds_an_issuer_that_comes_up() throws IOException {
        issuer.stop(0);
        for (int i = 0; i < 5; i++) {
            assertRefused(token("first", FIRST), ErrorCode.OVERLOADED);
        }
        listen(port);
        Awaitility.await()
                .atMost(SignedTokens.KEYS_PAUSE.multipliedBy(3))
                .ignoreExceptions()
                .until(() -> tokens.verify(token("first", FIRST)) != null);
    }

    @Test
    void an_issuer_that_goes_away_later_changes_nothing() {
        tokens.verify(token("first", FIRST));
        issuer.stop(0);
        tokens.verify(token("first", FIRST));
        assertRefused(token("unknown", FIRST), ErrorCode.UNAUTHENTICATED);
        tokens.verify(token("first", FIRST));
    }

    @Test
    void an_issuer_that_talks_nonsense_or_without_end_is_none() {
        published = "<html>".getBytes(StandardCharsets.US_ASCII);
        assertRefused(token("first", FIRST), ErrorCode.OVERLOADED);
        published = new byte[10 * SignedTokens.MAX_KEYS];
        assertRefused(token("first", FIRST), ErrorCode.OVERLOADED);
    }

    private void listen(int wanted) throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 0);
        issuer.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
            }
        });
        issuer.start();
    }

    private void assertRefused(String token, ErrorCode code) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Mint mint(String id, KeyPair keys) {
        return new Mint(ISSUER, "sentori", id, keys);
    }

    private static Map<String, Object> claims(String id, KeyPair keys) {
        return mint(id, keys).claims("alice", Role.VIEWER);
    }

    private static String token(String id, KeyPair keys) {
        return mint(id, keys).signed("RS256", id, keys.getPrivate(), claims(id, keys));
    }

    private static KeyPair pair(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] keySet(List<Map<String, Object>> keys) {
        return Json.bytes(Map.of("keys", keys));
    }

    private static Map<String, Object> jwk(String id, KeyPair keys) {
        return switch (keys.getPublic()) {
            case RSAPublicKey rsa ->
                Map.of("kty", "RSA", "kid", id, "use", "sig", "n", number(rsa.getModulus(), 256), "e", "AQAB");
            case ECPublicKey curve -> Map.of("kty", "EC", "kid", id, "use", "sig", "crv", "P-256", "x",
                    number(curve.getW().getAffineX(), 32), "y", number(curve.getW().getAffineY(), 32));
            default -> throw new IllegalArgumentException(keys.getPublic().getAlgorithm());
        };
    }

    private static String number(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[length];
        byte[] plain = Arrays.copyOfRange(signed, Math.max(0, signed.length - length), signed.length);
        System.arraycopy(plain, 0, bytes, length - plain.length, plain.length);
        return Mint.base64(bytes);
    }
}
