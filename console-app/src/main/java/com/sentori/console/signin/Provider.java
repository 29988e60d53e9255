package com.sentori.console.signin;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.sentori.console.backends.Token;
import com.sentori.contract.info.Auth;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The issuer of a backend's tokens, as OpenID's discovery document describes it. Any thread. */
public final class Provider {
    static final Scope SCOPE = new Scope("openid");
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OIDCProviderMetadata metadata;
    private final ClientID client;
    private final Calls calls;

    private Provider(OIDCProviderMetadata metadata, ClientID client, Calls calls) {
        this.metadata = metadata;
        this.client = client;
        this.calls = calls;
    }

    /**
     * The issuer that a backend names. Waits for its answer.
     *
     * @param auth what the backend says of its tokens
     * @param http by which it is called, as the backend is
     * @throws SignInException if it names none, or none that can be trusted, or it does not answer
     */
    public static Provider of(Auth auth, OkHttpClient http) throws SignInException {
        if (auth.issuer() == null || auth.clientId() == null) {
            throw new SignInException(SignInException.Kind.NOT_OFFERED,
                    "This backend does not say where to sign in: paste a token.");
        }
        URI address = trusted(auth.issuer());
        Calls calls = new Calls(http);
        try {
            HTTPResponse answer = new HTTPRequest(HTTPRequest.Method.GET,
                    URI.create(address.toString().replaceFirst("/$", "") + DISCOVERY)).send(calls);
            answer.ensureStatusCode(200);
            OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
            if (!metadata.getIssuer().getValue().equals(auth.issuer())) {
                throw new ParseException("another issuer answers");
            }
            return new Provider(metadata, new ClientID(auth.clientId()), calls);
        } catch (IOException | ParseException e) {
            throw unreachable(auth.issuer(), e);
        }
    }

    /**
     * A sign-in with a code that the person types on a page, on this machine or on another one. Waits for the issuer's answer.
     *
     * @throws SignInException if the issuer offers none, or does not answer
     */
    public DeviceSignIn device(Clock clock) throws SignInException {
        URI endpoint = offered(metadata.getDeviceAuthorizationEndpointURI());
        try {
            DeviceAuthorizationResponse answer = DeviceAuthorizationResponse
                    .parse(new DeviceAuthorizationRequest(endpoint, client, SCOPE).toHTTPRequest().send(calls));
            if (!answer.indicatesSuccess()) {
                throw denied(answer.toErrorResponse().getErrorObject());
            }
            return new DeviceSignIn(this, answer.toSuccessResponse(), clock);
        } catch (IOException | ParseException e) {
            throw unreachable(metadata.getIssuer().getValue(), e);
        }
    }

    /**
     * A sign-in in a browser on this machine. The caller opens its page, and closes it.
     *
     * @throws SignInException if the issuer offers none
     */
    public BrowserSignIn browser() throws SignInException {
        URI endpoint = offered(metadata.getAuthorizationEndpointURI());
        try {
            return new BrowserSignIn(this, endpoint, client);
        } catch (IOException e) {
            throw new SignInException(SignInException.Kind.NOT_OFFERED,
                    "No browser could come back to this machine: sign in with a code.");
        }
    }

    /** A token, or what the issuer says in its place. */
    Answer redeem(AuthorizationGrant grant) throws SignInException {
        try {
            TokenResponse answer = TokenResponse
                    .parse(new TokenRequest.Builder(offered(metadata.getTokenEndpointURI()), client, grant).build()
                            .toHTTPRequest()
                            .send(calls));
            return answer.indicatesSuccess()
                    ? new Answer(Optional.of(
                            Token.of(answer.toSuccessResponse().getTokens().getAccessToken().getValue())), null)
                    : new Answer(Optional.empty(), answer.toErrorResponse().getErrorObject());
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw unreachable(metadata.getIssuer().getValue(), e);
        }
    }

    record Answer(Optional<Token> token, @Nullable ErrorObject fault) {}

    static SignInException denied(@Nullable ErrorObject error) {
        String code = error == null || error.getCode() == null ? "no reason" : error.getCode();
        return new SignInException(SignInException.Kind.DENIED, "The issuer refused to sign you in (" + code + ").");
    }

    private static SignInException unreachable(String issuer, Exception why) {
        SignInException fault = new SignInException(SignInException.Kind.UNREACHABLE,
                "The issuer at " + issuer + " does not answer as one should: try later, or paste a token.");
        fault.initCause(why);
        return fault;
    }

    private static URI offered(@Nullable URI endpoint) throws SignInException {
        if (endpoint == null) {
            throw new SignInException(SignInException.Kind.NOT_OFFERED,
                    "This issuer does not offer this way to sign in: take the other one, or paste a token.");
        }
        return trusted(endpoint.toString());
    }

    /** What goes to it is worth a token: never in the clear, except to this machine. */
    private static URI trusted(String address) throws SignInException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !(url.isHttps() || url.host().matches("127\\.0\\.0\\.1|localhost|::1"))) {
            throw new SignInException(SignInException.Kind.NOT_OFFERED,
                    "The issuer " + address + " is no https address: signing in there would not be safe.");
        }
        return url.uri();
    }
}
