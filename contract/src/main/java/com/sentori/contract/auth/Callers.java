package com.sentori.contract.auth;

import com.sentori.contract.errors.ContractException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out who calls. Thread-safe. */
@FunctionalInterface
public interface Callers {
    /** The header by which a caller names itself. */
    String USER_HEADER = "X-User";

    /** They are who they say they are, and {@code anonymous} if they say nothing. */
    Callers OPEN = (authorization, user) -> {
        String named = Objects.requireNonNullElse(user, "anonymous");
        if (!Caller.isUser(named)) {
            throw ContractException.invalid(USER_HEADER, Caller.USER_RULE);
        }
        return Caller.unproven(named);
    };

    /**
     * Who makes a call with these headers.
     *
     * @param authorization the header {@code Authorization}; null without
     * @param user the header {@code X-User}; null without
     * @throws ContractException UNAUTHENTICATED without a token that is accepted; FORBIDDEN if the token is another
     *         user's; VALIDATION_FAILED if the name cannot be a user's; OVERLOADED if nobody can tell at the moment;
     *         RATE_LIMITED if this caller has called too often
     */
    Caller identify(@Nullable String authorization, @Nullable String user);
}
