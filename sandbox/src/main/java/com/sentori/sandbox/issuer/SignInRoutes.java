package com.sentori.sandbox.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.UserCode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sentori.contract.auth.Role;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the console has a token made for who sits before it (OAuth 2): with a code that comes back to it by the browser (RFC 6749 with PKCE, RFC 7636,
 * to an address on this machine, RFC 8252), or with one that a person types (RFC 8628). Any thread.
 */
final class SignInRoutes {
    static final String AUTHORIZE = "/authorize";
    static final String TOKEN = "/token";
    static final String DEVICE = "/device";
    static final String BEGIN = "/device/begin";
    private static final Duration LIFE = Duration.ofHours(8);
    private static final int MOST_BYTES = 16 * 1024;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final Issuer issuer;
    private final Clock clock;
    private final SignIns signIns;

    SignInRoutes(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
        this.signIns = new SignIns(clock);
    }

    /** Answers a request to one of these addresses. */
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean post = exchange.getRequestMethod().equals("POST");
        if (!isFromHere(exchange)) {
            page(exchange, 403, SignInPage.said("Not from here", "This page answers on this machine alone."));
            return;
        }
        try {
            switch (path) {
                case AUTHORIZE -> authorize(exchange, post);
                case DEVICE -> device(exchange, post);
                case BEGIN -> send(exchange, begin(read(exchange)));
                case TOKEN -> send(exchange, token(read(exchange)));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (ParseException e) {
            page(exchange, 400, SignInPage.said("Not understood", "The console asked for something else: "
                    + e.getMessage() + "."));
        }
    }

    private void authorize(HttpExchange exchange, boolean post) throws IOException, ParseException {
        Map<String, List<String>> members = post
                ? form(exchange)
                : URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        Map<String, List<String>> asked = new LinkedHashMap<>(members);
        asked.keySet().removeAll(Set.of("user", "role"));
        AuthorizationRequest request = AuthorizationRequest.parse(asked);
        URI redirect = request.getRedirectionURI();
        if (redirect == null || !HERE.contains(String.valueOf(redirect.getHost()))) {
            throw new ParseException("the browser is to come back to an address on this machine");
        }
        if (request.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            throw new ParseException("a code challenge by S256 is needed");
        }
        if (!post) {
            page(exchange, 200, SignInPage.form(AUTHORIZE, flat(asked), "", false));
            return;
        }
        URI back = new AuthorizationSuccessResponse(redirect,
                signIns.code(who(members), redirect, request.getCodeChallenge()), null, request.getState(), null)
                .toURI();
        exchange.getResponseHeaders().set("Location", back.toString());
        exchange.sendResponseHeaders(303, -1);
    }

    private void device(HttpExchange exchange, boolean post) throws IOException, ParseException {
        if (!post) {
            String code = first(URLUtils.parseParameters(exchange.getRequestURI().getRawQuery()), "user_code");
            page(exchange, 200, SignInPage.form(DEVICE, Map.of(), code, true));
            return;
        }
        Map<String, List<String>> members = form(exchange);
        String code = first(members, "user_code");
        boolean known = !code.isBlank() && signIns.approve(new UserCode(code), who(members));
        page(exchange, known ? 200 : 404, known
                ? SignInPage.said("Signed in", "The console goes on by itself; this page can be closed.")
                : SignInPage.said("Unknown code", "No console shows this code any more: have it show another one."));
    }

    private HTTPResponse begin(HTTPRequest request) {
        try {
            DeviceAuthorizationRequest.parse(request);
            return signIns.begin(URI.create(issuer.address() + DEVICE)).toHTTPResponse();
        } catch (ParseException e) {
            return refusal(e.getErrorObject());
        }
    }

    private HTTPResponse token(HTTPRequest request) {
        try {
            SignIns.Who who = signIns.redeem(TokenRequest.parse(request).getAuthorizationGrant());
            BearerAccessToken token = new BearerAccessToken(
                    issuer.token(who.user(), who.role(), LIFE, clock.instant()), LIFE.toSeconds(), null);
            return new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse();
        } catch (GeneralException e) {
            return refusal(e.getErrorObject());
        }
    }

    private static HTTPResponse refusal(ErrorObject error) {
        return new TokenErrorResponse(error == null ? OAuth2Error.INVALID_REQUEST : error).toHTTPResponse();
    }

    /** Who is named, as a token may name them. */
    private SignIns.Who who(Map<String, List<String>> members) throws ParseException {
        String user = first(members, "user");
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.wireName().equals(first(members, "role")))
                .findFirst()
                .orElseThrow(() -> new ParseException("there is no such role"));
        try {
            issuer.token(user, role, LIFE, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new ParseException(String.valueOf(e.getMessage()));
        }
        return new SignIns.Who(user, role);
    }

    /** A page of another site may not sign in here, nor by another name for this machine. */
    private static boolean isFromHere(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return HERE.contains(host.replaceFirst(":\\d+$", ""))
                && (origin == null || origin.equals("http://" + host));
    }

    private static HTTPRequest read(HttpExchange exchange) throws IOException, ParseException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.valueOf(exchange.getRequestMethod()),
                URI.create("http://127.0.0.1" + exchange.getRequestURI()));
        request.setContentType(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
        request.setBody(body(exchange));
        return request;
    }

    private static Map<String, List<String>> form(HttpExchange exchange) throws IOException {
        return URLUtils.parseParameters(body(exchange));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static Map<String, String> flat(Map<String, List<String>> members) {
        Map<String, String> flat = new LinkedHashMap<>();
        members.forEach((name, values) -> flat.put(name, values.getFirst()));
        return flat;
    }

    private static String first(Map<String, List<String>> members, String name) {
        return members.getOrDefault(name, List.of("")).getFirst();
    }

    private static void send(HttpExchange exchange, HTTPResponse response) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(exchange, response.getStatusCode(), "application/json", String.valueOf(response.getBody()));
    }

    private static void page(HttpExchange exchange, int status, String html) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        send(exchange, status, "text/html; charset=utf-8", html);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
