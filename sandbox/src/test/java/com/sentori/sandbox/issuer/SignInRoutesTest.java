package com.sentori.sandbox.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SignInRoutesTest {
    private static final String REDIRECT = "http://127.0.0.1:9/back";

    @TempDir
    private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private final CodeVerifier verifier = new CodeVerifier();
    private IssuerServer server;

    @BeforeEach
    void open() throws IOException {
        server = new IssuerServer(folder, 0);
    }

    @AfterEach
    void close() {
        server.close();
        http.close();
    }

    @Test
    void a_browser_comes_back_with_a_code_that_is_good_once_and_for_the_console_that_asked_alone() throws Exception {
        assertThat(redeem(code(), new CodeVerifier()).path("error").asString()).isEqualTo("invalid_grant");
        String code = code();
        SignedJWT token = SignedJWT.parse(redeem(code, verifier).path("access_token").asString());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("alice");
        assertThat(redeem(code, verifier).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void a_browser_is_sent_to_this_machine_alone_and_not_without_a_challenge() throws Exception {
        assertThat(get(asked("https://elsewhere.example/back")).statusCode()).isEqualTo(400);
        assertThat(get(asked(REDIRECT).replaceFirst("&code_challenge=[^&]*", "")).statusCode()).isEqualTo(400);
        assertThat(get(asked(REDIRECT)).body()).contains("Sign in to the sandbox").contains("<form method=\"post\"");
    }

    @Test
    void what_a_page_of_another_site_sends_is_refused() throws Exception {
        HttpResponse<String> answer = http.send(form("/device", "user_code=AAAA-BBBB&user=alice&role=admin")
                .header("Origin", "https://elsewhere.example")
                .build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void a_device_waits_until_a_person_has_typed_its_code() throws Exception {
        JsonNode begun = Json.MAPPER.readTree(post("/device/begin", "client_id=sentori-console&scope=openid").body());
        String ask = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=sentori-console&device_code="
                + begun.path("device_code").asString();
        assertThat(post("/token", ask).body()).contains("authorization_pending");
        assertThat(post("/device", "user_code=WRNG-CODE&user=alice&role=viewer").statusCode()).isEqualTo(404);
        assertThat(post("/device", "user_code=" + begun.path("user_code").asString() + "&user=x&role=viewer")
                .statusCode()).as("no such name").isEqualTo(400);
        assertThat(post("/device", "user_code=" + begun.path("user_code").asString() + "&user=alice&role=viewer")
                .body()).contains("Signed in");
        assertThat(post("/token", ask).body()).contains("access_token");
        assertThat(post("/token", ask).body()).contains("invalid_grant");
    }

    @Test
    void what_is_typed_is_shown_as_text() throws Exception {
        assertThat(get("/device?user_code=%22%3E%3Cscript%3E").body()).contains("&quot;&gt;&lt;script&gt;")
                .doesNotContain("<script>");
    }

    private String code() throws Exception {
        HttpResponse<String> answer = post("/authorize",
                asked(REDIRECT).replaceFirst("^[^?]*\\?", "") + "&user=alice&role=operator");
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(REDIRECT).contains("state=s1");
        return back.replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private String asked(String redirect) {
        return "/authorize?response_type=code&client_id=sentori-console&scope=openid&state=s1&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8) + "&code_challenge="
                + CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue()
                + "&code_challenge_method=S256";
    }

    private JsonNode redeem(String code, CodeVerifier by) throws Exception {
        return Json.MAPPER.readTree(post("/token", "grant_type=authorization_code&client_id=sentori-console&code="
                + code + "&redirect_uri=" + URLEncoder.encode(REDIRECT, StandardCharsets.UTF_8) + "&code_verifier="
                + by.getValue()).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return http.send(form(path, form).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }
}
