package com.sentori.console.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sentori.console.backends.Token;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A sign-in in a browser on this machine (RFC 8252, with PKCE, RFC 7636): until it is closed it listens on a free port of loopback, to which
 * the issuer's page sends the browser back. One thread waits for its end.
 */
public final class BrowserSignIn implements AutoCloseable {
    private static final String BACK = "/signed-in";

    private final Provider provider;
    private final HttpServer server;
    private final URI redirect;
    private final URI page;
    private final State state = new State();
    private final CodeVerifier verifier = new CodeVerifier();
    private final CompletableFuture<AuthorizationResponse> answer = new CompletableFuture<>();

    BrowserSignIn(Provider provider, URI endpoint, ClientID client) throws IOException {
        this.provider = provider;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        this.redirect = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BACK);
        this.page = new AuthorizationRequest.Builder(ResponseType.CODE, client).endpointURI(endpoint)
                .redirectionURI(redirect)
                .scope(Provider.SCOPE)
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        server.createContext(BACK, this::back);
        server.start();
    }

    /** What the browser is to open. */
    public URI page() {
        return page;
    }

    /** The first answer that knows the state counts: others are not the issuer's. */
    private void back(HttpExchange exchange) throws IOException {
        try (exchange) {
            AuthorizationResponse came = AuthorizationResponse.parse(URI.create(redirect.resolve("/")
                    + exchange.getRequestURI().toString().replaceFirst("^/", "")));
            boolean expected = state.equals(came.getState());
            byte[] said = (expected
                    ? "Sentori goes on in its own window; this page can be closed."
                    : "This answer belongs to no sign-in that is under way.").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(expected ? 200 : 400, said.length);
            exchange.getResponseBody().write(said);
            if (expected) {
                answer.complete(came);
            }
        } catch (ParseException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    /**
     * Waits until the browser has come back. Can be cancelled by interrupting the thread.
     *
     * @throws SignInException if the person refused, or the time is over
     */
    public Token await(Duration patience) throws SignInException, InterruptedException {
        AuthorizationResponse came;
        try {
            came = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SignInException(SignInException.Kind.EXPIRED,
                    "Nobody signed in in the browser in time: begin again.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("it is never completed with a fault", e);
        }
        if (!came.indicatesSuccess()) {
            throw Provider.denied(came.toErrorResponse().getErrorObject());
        }
        AuthorizationCode code = came.toSuccessResponse().getAuthorizationCode();
        Provider.Answer token = provider.redeem(new AuthorizationCodeGrant(code, redirect, verifier));
        return token.token().orElseThrow(() -> Provider.denied(token.fault()));
    }

    @Override
    public void close() {
        server.stop(1);
    }
}
