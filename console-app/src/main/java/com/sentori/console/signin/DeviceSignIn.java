package com.sentori.console.signin;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.sentori.console.backends.Token;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A sign-in with a code that a person types on the issuer's page (RFC 8628). One thread waits for its end. */
public final class DeviceSignIn {
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Provider provider;
    private final DeviceAuthorizationSuccessResponse begun;
    private final Clock clock;
    private final Instant end;

    DeviceSignIn(Provider provider, DeviceAuthorizationSuccessResponse begun, Clock clock) {
        this.provider = provider;
        this.begun = begun;
        this.clock = clock;
        this.end = clock.instant().plusSeconds(begun.getLifetime());
    }

    /** Where the code is typed. */
    public URI page() {
        return begun.getVerificationURI();
    }

    /** The same with the code filled in, where the issuer has such a page. */
    public URI filledPage() {
        return begun.getVerificationURIComplete() == null ? page() : begun.getVerificationURIComplete();
    }

    /** What is typed. */
    public String code() {
        return begun.getUserCode().getValue();
    }

    /** Until when it is good. */
    public Instant end() {
        return end;
    }

    /**
     * Asks the issuer until the person has signed in. Can be cancelled by interrupting the thread.
     *
     * @throws SignInException if they refused, or the time is over
     */
    public Token await() throws SignInException, InterruptedException {
        Duration pause = Duration.ofSeconds(Math.max(1, begun.getInterval()));
        while (clock.instant().isBefore(end)) {
            Thread.sleep(pause);
            Provider.Answer answer = provider.redeem(new DeviceCodeGrant(begun.getDeviceCode()));
            Optional<Token> token = answer.token();
            if (token.isPresent()) {
                return token.get();
            }
            ErrorObject fault = answer.fault();
            if (DeviceAuthorizationGrantError.SLOW_DOWN.equals(fault)) {
                pause = pause.plus(SLOWER);
            } else if (DeviceAuthorizationGrantError.EXPIRED_TOKEN.equals(fault)) {
                break;
            } else if (!DeviceAuthorizationGrantError.AUTHORIZATION_PENDING.equals(fault)) {
                throw Provider.denied(fault);
            }
        }
        throw new SignInException(SignInException.Kind.EXPIRED,
                "Nobody signed in with this code in time: begin again.");
    }
}
