package com.sentori.sandbox.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.sentori.contract.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Publishes on loopback what verifies the tokens of an issuer, OpenID's discovery document and the public keys, and lets people sign in. */
public final class IssuerServer implements AutoCloseable {
    static final String KEYS = "/keys";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final Issuer issuer;
    private final HttpServer server;

    /**
     * Listens.
     *
     * @param data of the sandbox, where the keys stay
     * @throws IOException if the port is taken
     */
    public IssuerServer(Path data, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        issuer = IssuerFolder.of(data).open(address);
        serve(DISCOVERY, Json.bytes(discovery(address)));
        serve(KEYS, Json.bytes(new JWKSet(issuer.key()).toJSONObject(true)));
        SignInRoutes signIn = new SignInRoutes(issuer, Clock.systemUTC());
        for (String path : List.of(SignInRoutes.AUTHORIZE, SignInRoutes.TOKEN, SignInRoutes.DEVICE)) {
            server.createContext(path, exchange -> {
                try (exchange) {
                    signIn.answer(exchange);
                }
            });
        }
        server.start();
    }

    private static Map<String, Object> discovery(URI address) {
        return Map.of("issuer", address, "jwks_uri", address + KEYS, "authorization_endpoint",
                address + SignInRoutes.AUTHORIZE, "token_endpoint", address + SignInRoutes.TOKEN,
                "device_authorization_endpoint", address + SignInRoutes.BEGIN, "subject_types_supported",
                List.of("public"), "response_types_supported", List.of("code"), "code_challenge_methods_supported",
                List.of("S256"), "grant_types_supported",
                List.of("authorization_code", "urn:ietf:params:oauth:grant-type:device_code"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    /** The port that the issuer of a sandbox had before; 0 if it never had one. */
    public static int lastPort(Path data) throws IOException {
        return IssuerFolder.of(data).lastPort();
    }

    /** Whose keys these are. */
    public Issuer issuer() {
        return issuer;
    }

    /** Where it listens. */
    public URI address() {
        return issuer.address();
    }

    private void serve(String path, byte[] json) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer(exchange, path, json);
            }
        });
    }

    private static void answer(HttpExchange exchange, String path, byte[] json) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            exchange.sendResponseHeaders(404, -1);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(405, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
