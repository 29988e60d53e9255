package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.auth.Role;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: which are accepted, whom they name, and what each role may do. Only where the server wants them. */
abstract class AuthorisationKit extends Topic {
    private static final KeyPair FOREIGN = keyPair();
    private static final String READING = "{\"sensorId\":\"s\",\"reading\":1}";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    // ---- tokens

    @Test
    void every_token_that_is_not_the_issuers_own_for_this_server_and_now_is_refused() {
        forged().forEach((what, token) -> {
            for (Answer answer : List.of(get("/api/runs/running", "Authorization", "Bearer " + token),
                    post("/api/runs/start", "{}", "Authorization", "Bearer " + token),
                    post(DATA, READING, "X-Run-Id", UNKNOWN, "Authorization", "Bearer " + token))) {
                assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
                answer.isRefused(401, "UNAUTHENTICATED").header("WWW-Authenticate").isEqualTo("Bearer");
                assertThat(answer.bodyText()).as(what).doesNotContain(token);
            }
        });
        get("/api/runs/can-start").number("/currentRunning").isEqualTo(0);
    }

    private Map<String, String> forged() {
        Mint mint = target().requireMint();
        Map<String, Object> claims = mint.claims("alice", Role.ADMIN);
        String good = mint.token("alice", Role.ADMIN);
        String[] parts = good.split("\\.", -1);
        long now = Instant.now().getEpochSecond();
        long skew = SignedTokens.SKEW.toSeconds();
        RSAPublicKey publicKey = (RSAPublicKey) mint.keys().getPublic();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("of another issuer", changed("iss", "https://evil.example"));
        forged.put("of nobody", changed("iss", null));
        forged.put("for another audience", changed("aud", "another"));
        forged.put("for other audiences", changed("aud", List.of("another", "third")));
        forged.put("for nobody", changed("aud", null));
        forged.put("expired", changed("exp", now - skew - 2));
        forged.put("that never expires", changed("exp", null));
        forged.put("that expires at a text", changed("exp", "tomorrow"));
        forged.put("not yet valid", changed("nbf", now + skew + 60));
        forged.put("without a user", changed("preferred_username", null));
        forged.put("of a user that is none", changed("preferred_username", "alice@example.com"));
        forged.put("of a user with a line break", changed("preferred_username", "alice\n"));
        forged.put("of a number", changed("preferred_username", 12345));
        forged.put("of a list", changed("preferred_username", List.of("alice")));
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            forged.put("signed by " + none, mint.unsigned(none, claims));
            forged.put("signed by " + none + " with a signature", mint.unsigned(none, claims) + parts[2]);
        }
        forged.put("signed with the public key", mint.signedWithSecret(publicKey.getEncoded(), claims));
        forged.put("signed with the public key as PEM",
                mint.signedWithSecret(pem.getBytes(StandardCharsets.US_ASCII), claims));
        forged.put("signed with the modulus", mint.signedWithSecret(publicKey.getModulus().toByteArray(), claims));
        forged.put("under an unknown key's name", mint.signed("RS256", "unknown", FOREIGN.getPrivate(), claims));
        forged.put("under the right key's name", mint.signed("RS256", mint.keyId(), FOREIGN.getPrivate(), claims));
        forged.put("under no key's name", mint.signed("RS256", null, FOREIGN.getPrivate(), claims));
        forged.put("under a path", mint.signed("RS256", "../../etc/passwd", FOREIGN.getPrivate(), claims));
        forged.put("under SQL", mint.signed("RS256", "' OR 1=1 --", FOREIGN.getPrivate(), claims));
        forged.put("of another algorithm", mint.signed("RS512", mint.keyId(), mint.keys().getPrivate(), claims));
        forged.put("tampered with", parts[0] + "." + Mint.base64(Json.bytes(mint.claims("mallory", Role.ADMIN)))
                + "." + parts[2]);
        forged.put("with another signature", parts[0] + "." + parts[1] + "." + flipped(parts[2]));
        forged.put("without a signature", parts[0] + "." + parts[1] + ".");
        forged.put("of two parts", parts[0] + "." + parts[1]);
        forged.put("of four parts", good + ".x");
        forged.put("of five parts", good + ".x.y");
        forged.put("of dots", "..");
        forged.put("of no JSON", "eA.eA.eA");
        forged.put("of deep JSON", Mint.base64("[".repeat(3_000).getBytes(StandardCharsets.US_ASCII)) + ".eA.eA");
        return forged;
    }

    private String changed(String claim, @org.jspecify.annotations.Nullable Object value) {
        return target().requireMint().token("alice", Role.ADMIN, Mint.with(claim, value));
    }

    private static String flipped(String signature) {
        return (signature.charAt(0) == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    @Test
    void tokens_that_say_it_in_another_way_are_accepted() {
        long now = Instant.now().getEpochSecond();
        long skew = SignedTokens.SKEW.toSeconds();
        Mint mint = target().requireMint();
        for (String token : List.of(changed("aud", List.of("another", mint.audience())),
                changed("roles", List.of("offline_access", "admin", "unknown")), changed("roles", "admin"),
                changed("nbf", now - 1), changed("nbf", now + skew - 10), changed("exp", now - skew + 10),
                mint.signed("RS256", null, mint.keys().getPrivate(), mint.claims("alice", Role.ADMIN)))) {
            get("/api/runs/running", "Authorization", "Bearer " + token).is(200);
            get("/api/runs/running", "Authorization", "bearer  " + token).is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Basic YWxpY2U6c2VjcmV0", "Token x", "Bearer x y", "Bearer ,", "Digest a=b"})
    void another_header_is_no_token(String authorization) {
        get("/api/runs/running", "Authorization", authorization).isRefused(401, "UNAUTHENTICATED");
    }

    @Test
    void the_user_is_the_tokens_and_another_in_the_header_is_forbidden() {
        String alice = bearer("alice", Role.OPERATOR);
        start("{}", "Authorization", alice).is(201).text("/username").isEqualTo("alice");
        start("{}", "Authorization", alice, "X-User", "alice").is(201).text("/username").isEqualTo("alice");
        for (String other : List.of("bob", "ALICE", "!", "anonymous")) {
            start("{}", "Authorization", alice, "X-User", other).isRefused(403, "FORBIDDEN");
            get("/api/runs/running", "Authorization", alice, "X-User", other).isRefused(403, "FORBIDDEN");
        }
    }

    @Test
    void a_stream_ends_with_its_token() {
        String run = started();
        long leftover = 3;
        long expiry = Instant.now().getEpochSecond() - SignedTokens.SKEW.toSeconds() + leftover;
        long began = System.nanoTime();
        Answer stream = get("/api/runs/" + run + "/stream", "Authorization", "Bearer " + changed("exp", expiry));
        if (stream.status() == 404) {
            stream.isRefused(404, "NOT_FOUND"); // not announced
            return;
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(leftover + 5));
        stream.isDownload();
        assertThat(stream.bodyText()).contains("event: run").doesNotContain("event: end");
    }

    // ---- what is public

    @Test
    void without_a_token_there_is_the_information_and_nothing_else() {
        for (String none : List.of("", "Bearer x", "Bearer " + changed("exp", 1))) {
            get("/api/info", "Authorization", none).is(200).text("/auth/mode").isEqualTo("jwt");
            backend().send("OPTIONS", "/api/runs/start", new byte[0], "Authorization", none).is(204);
            get("/infra/latest-deployment", "Authorization", none).isRefused(401, "UNAUTHENTICATED");
            get("/none", "Authorization", none).isRefused(404, "NOT_FOUND");
        }
    }

    @Test
    void a_refusal_can_be_read_by_a_page() {
        Answer refused = get("/api/runs/running", "Authorization", "Bearer x", "Origin", "http://localhost:4200")
                .isRefused(401, "UNAUTHENTICATED");
        refused.header("Access-Control-Allow-Origin").isEqualTo("http://localhost:4200");
        post("/api/runs/start", "{}", "Authorization", bearer("alice", Role.ADMIN), "Origin", "https://evil.example")
                .isRefused(403, "ORIGIN_NOT_ALLOWED");
    }

    // ---- roles

    @ParameterizedTest
    @CsvSource({"GET,/api/runs/can-start,VIEWER", "GET,/api/runs/running,VIEWER", "GET,/api/runs/all,VIEWER",
            "GET,/api/runs,VIEWER", "GET,/api/runs/{id},VIEWER", "GET,/api/runs/{id}/readings,VIEWER",
            "GET,/api/runs/{id}/summary,VIEWER", "GET,/api/sensors/data?runId={id},VIEWER",
            "GET,/sensors/data?runId={id},VIEWER", "GET,/api/reports/download,VIEWER",
            "GET,/infra/latest-deployment,VIEWER", "POST,/api/runs/start,OPERATOR", "POST,/api/sensors/data,OPERATOR",
            "POST,/sensors/data,OPERATOR", "POST,/api/runs/{id}/finish,OPERATOR", "POST,/api/runs/interrupt-all,ADMIN"})
    void each_call_is_for_its_role_and_those_above(String method, String path, Role due) {
        String ended = started();
        finish(ended, "{}").is(200);
        String run = start("{}", "X-User", "alice").is(201).textAt("/id");
        String call = path.replace("{id}", path.contains("download") ? ended : run);
        byte[] body = method.equals("GET") ? new byte[0] : READING.getBytes(StandardCharsets.UTF_8);
        backend().send(method, call, body, "Content-Type", "application/json", "X-Run-Id", run, "Authorization", "")
                .isRefused(401, "UNAUTHENTICATED");
        backend().send(method, call, body, "Content-Type", "application/json", "X-Run-Id", run, "Authorization",
                "Bearer " + changed("roles", List.of("none"))).isRefused(403, "FORBIDDEN");
        for (Role role : Role.values()) {
            Answer answer = backend().send(method, call, body, "Content-Type", "application/json", "X-Run-Id", run,
                    "Authorization", bearer("alice", role));
            if (role.compareTo(due) < 0) {
                answer.isRefused(403, "FORBIDDEN");
            } else {
                assertThat(answer.status()).as(answer::toString).isIn(200, 201);
            }
        }
    }

    // ---- whose run it is

    @Test
    void an_operator_feeds_and_ends_its_own_run_and_no_other() {
        String run = start("{}", "Authorization", bearer("alice", Role.OPERATOR)).is(201).textAt("/id");
        String bob = bearer("bob", Role.OPERATOR);
        for (String path : List.of(DATA, "/sensors/data")) {
            post(path, READING, "X-Run-Id", run, "Authorization", bob).isRefused(403, "FORBIDDEN");
            post(path, "[" + READING + "," + READING + "]", "X-Run-Id", run, "Authorization", bob, "Idempotency-Key",
                    "k").isRefused(403, "FORBIDDEN");
            post(path, READING, "X-Run-Id", run, "Authorization", bearer("alice", Role.VIEWER))
                    .isRefused(403, "FORBIDDEN");
        }
        post("/api/runs/" + run + "/finish", "{}", "Authorization", bob).isRefused(403, "FORBIDDEN");
        run(run).text("/status").isEqualTo("RUNNING");
        assertThat(readings(run)).isEmpty();

        String alice = bearer("alice", Role.OPERATOR);
        post(DATA, READING, "X-Run-Id", run, "Authorization", alice).is(201);
        post(DATA, READING, "X-Run-Id", run.toUpperCase(java.util.Locale.ROOT), "Authorization", bob)
                .isRefused(403, "FORBIDDEN");
        post(DATA, READING, "X-Run-Id", run, "Authorization", bearer("root", Role.ADMIN)).is(201);
        assertThat(readings(run)).hasSize(2);
        post("/api/runs/" + run + "/finish", "{}", "Authorization", alice).is(200);
        post("/api/runs/" + run + "/finish", "{}", "Authorization", bob).isRefused(403, "FORBIDDEN");
        post(DATA, READING, "X-Run-Id", run, "Authorization", bob).isRefused(403, "FORBIDDEN");
        post(DATA, READING, "X-Run-Id", run, "Authorization", alice).isRefused(409, "RUN_NOT_RUNNING");

        String second = start("{}", "Authorization", alice).is(201).textAt("/id");
        post("/api/runs/" + second + "/finish", "{}", "Authorization", bearer("root", Role.ADMIN)).is(200)
                .text("/username")
                .isEqualTo("alice");
    }

    @Test
    void an_answer_is_given_again_to_the_user_it_was_given_to_alone() {
        String key = unique("key");
        String alice = start("{}", "Authorization", bearer("alice", Role.OPERATOR), "Idempotency-Key", key)
                .is(201)
                .textAt("/id");
        String bob = start("{}", "Authorization", bearer("bob", Role.ADMIN), "Idempotency-Key", key)
                .is(201)
                .textAt("/id");
        assertThat(bob).isNotEqualTo(alice);
        start("{}", "Authorization", bearer("alice", Role.ADMIN), "Idempotency-Key", key).is(201)
                .text("/id")
                .isEqualTo(alice);
    }

    // ---- order

    @Test
    void tokens_are_checked_after_the_form_of_the_request_and_before_its_content() {
        byte[] tooLarge = new byte[1024 * 1024 + 1];
        Arrays.fill(tooLarge, (byte) ' ');
        String unknown = "/api/runs/" + UUID.randomUUID() + "/finish";
        backend().send("PUT", unknown, new byte[0], "Authorization", "").isRefused(405, "METHOD_NOT_ALLOWED");
        backend().post(unknown, tooLarge, "Authorization", "").isRefused(413, "PAYLOAD_TOO_LARGE");
        backend().send("POST", unknown, "x".getBytes(StandardCharsets.UTF_8), "Content-Type", "text/plain",
                "Authorization", "").isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        post(unknown, "x", "Authorization", "").isRefused(401, "UNAUTHENTICATED");
        post(unknown, "x", "Authorization", bearer("alice", Role.VIEWER)).isRefused(403, "FORBIDDEN");
        post(unknown, "x", "Authorization", bearer("alice", Role.OPERATOR)).isRefused(400, "MALFORMED_JSON");
        post(unknown, "{}", "Authorization", bearer("alice", Role.OPERATOR)).isRefused(404, "RUN_NOT_FOUND");
        get(DATA + "?limit=0", "Authorization", "").isRefused(401, "UNAUTHENTICATED");
        post(DATA, READING, "X-Run-Id", UNKNOWN, "Authorization", bearer("alice", Role.OPERATOR))
                .isRefused(404, "RUN_NOT_FOUND");
        post(DATA, READING, "X-Run-Id", "none", "Authorization", bearer("alice", Role.OPERATOR))
                .isRefused(404, "RUN_NOT_FOUND");
        String bobs = start("{}", "X-User", "bob").is(201).textAt("/id");
        post(DATA, "{}", "X-Run-Id", bobs, "Authorization", bearer("alice", Role.OPERATOR)).is(400);
    }

    private String bearer(String user, Role role) {
        return "Bearer " + target().requireMint().token(user, role);
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
