package com.sentori.sandbox.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.device.UserCode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.sentori.contract.auth.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins under way: codes that were handed out and not yet exchanged for a token. A code is good once and for {@link #LIFE}; the
 * newest {@value #MOST} of each kind are known. Thread-safe.
 */
final class SignIns {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int MOST = 100;
    private static final int POLL_SECONDS = 1;

    private final Clock clock;
    private final Map<AuthorizationCode, Browser> browsers = new Newest<>();
    private final Map<DeviceCode, Device> devices = new Newest<>();

    SignIns(Clock clock) {
        this.clock = clock;
    }

    /** Who signed in. */
    record Who(String user, Role role) {}

    private record Browser(Who who, URI redirect, CodeChallenge challenge, Instant end) {}

    private record Device(UserCode code, Instant end, @Nullable Who who) {}

    /** A code for who signed in in a browser, to be sent to that address. */
    synchronized AuthorizationCode code(Who who, URI redirect, CodeChallenge challenge) {
        AuthorizationCode code = new AuthorizationCode();
        browsers.put(code, new Browser(who, redirect, challenge, clock.instant().plus(LIFE)));
        return code;
    }

    /** Codes for a device, of which a person types one on this page. */
    synchronized DeviceAuthorizationSuccessResponse begin(URI page) {
        DeviceCode device = new DeviceCode();
        UserCode code = new UserCode();
        devices.put(device, new Device(code, clock.instant().plus(LIFE), null));
        return new DeviceAuthorizationSuccessResponse(device, code, page, URI.create(page + "?user_code=" + code),
                LIFE.toSeconds(), POLL_SECONDS, null);
    }

    /** Lets a device have a token of this person; whether there is one with this code. */
    synchronized boolean approve(UserCode code, Who who) {
        for (Map.Entry<DeviceCode, Device> entry : devices.entrySet()) {
            Device device = entry.getValue();
            if (device.code.equals(code) && device.who == null && isGood(device.end)) {
                entry.setValue(new Device(code, device.end, who));
                return true;
            }
        }
        return false;
    }

    /**
     * Whom a token is to name.
     *
     * @throws GeneralException with what is wrong, as OAuth says it
     */
    synchronized Who redeem(AuthorizationGrant grant) throws GeneralException {
        return switch (grant) {
            case AuthorizationCodeGrant code -> redeem(code);
            case DeviceCodeGrant code -> redeem(code);
            default -> throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    private Who redeem(AuthorizationCodeGrant grant) throws GeneralException {
        Browser browser = browsers.remove(grant.getAuthorizationCode());
        if (browser == null || !isGood(browser.end) || !browser.redirect.equals(grant.getRedirectionURI())
                || grant.getCodeVerifier() == null || !browser.challenge
                        .equals(CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier()))) {
            throw new GeneralException(OAuth2Error.INVALID_GRANT);
        }
        return browser.who;
    }

    private Who redeem(DeviceCodeGrant grant) throws GeneralException {
        Device device = devices.get(grant.getDeviceCode());
        if (device == null) {
            throw new GeneralException(OAuth2Error.INVALID_GRANT);
        }
        if (!isGood(device.end)) {
            throw new GeneralException(DeviceAuthorizationGrantError.EXPIRED_TOKEN);
        }
        if (device.who == null) {
            throw new GeneralException(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
        }
        devices.remove(grant.getDeviceCode());
        return Objects.requireNonNull(device.who);
    }

    private boolean isGood(Instant end) {
        return clock.instant().isBefore(end);
    }

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
