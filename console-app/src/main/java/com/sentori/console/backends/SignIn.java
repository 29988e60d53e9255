package com.sentori.console.backends;

import com.sentori.contract.info.Info;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a backend lets the operator in. */
public enum SignIn {
    /** It asks for no token, or has not said so far. */
    NOT_DUE,
    /** It asks for a token, and there is none. */
    DUE,
    /** The token has expired. */
    EXPIRED,
    /** It does not accept the token, or the token allows nothing. */
    REFUSED,
    /** The token is accepted. */
    ACCEPTED;

    /** Whether nothing will be answered before there is another token. */
    public boolean isMissing() {
        return this == DUE || this == EXPIRED || this == REFUSED;
    }

    static SignIn of(@Nullable Info info, @Nullable Token token, @Nullable BackendException fault, Instant now) {
        if (info == null || !info.auth().mode().equals("jwt")) {
            return NOT_DUE;
        }
        if (token == null) {
            return DUE;
        }
        if (fault != null && fault.isUnauthorised()) {
            return token.isExpired(now) ? EXPIRED : REFUSED;
        }
        return ACCEPTED;
    }
}
