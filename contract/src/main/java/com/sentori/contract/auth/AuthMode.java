package com.sentori.contract.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How callers prove who they are. */
public sealed interface AuthMode {
    /** They need not. */
    AuthMode OPEN = new Open();

    /**
     * The mode of this name.
     *
     * @param jwt reads its settings, where they are due
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static AuthMode of(String name, Supplier<Jwt> jwt) {
        return switch (name) {
            case "open" -> OPEN;
            case "jwt" -> jwt.get();
            default -> throw new IllegalArgumentException(
                    "The auth mode '" + name + "' is unknown: set it to 'jwt' or 'open'.");
        };
    }

    /** The name of the mode, in settings and on the wire. */
    String wireName();

    /** They need not prove anything, and everyone may do everything. */
    record Open() implements AuthMode {
        @Override
        public String wireName() {
            return "open";
        }
    }

    /**
     * By a bearer token.
     *
     * @param issuer of tokens, as they name it
     * @param audience that a token must be meant for
     * @param keys where the issuer publishes its public keys (JWKS)
     * @param userClaim the claim that names the user
     * @param rolesClaim the claim that names the roles
     * @param clientId by which the console presents itself to the issuer; null where there is none
     */
    record Jwt(String issuer, String audience, URI keys, String userClaim, String rolesClaim,
            @Nullable String clientId) implements AuthMode {
        /** The claim of the user where nothing else is configured. */
        public static final String USER_CLAIM = "preferred_username";
        /** The claim of the roles where nothing else is configured. */
        public static final String ROLES_CLAIM = "roles";

        /**
         * As an operator has configured it; null for what is not.
         *
         * @throws IllegalArgumentException with a sentence for the operator
         */
        public static Jwt of(@Nullable String issuer, @Nullable String audience, @Nullable String keys,
                @Nullable String userClaim, @Nullable String rolesClaim, @Nullable String clientId) {
            return new Jwt(due("an issuer", issuer), due("an audience", audience),
                    location(due("the location of the issuer's keys (JWKS)", keys)),
                    Objects.requireNonNullElse(userClaim, USER_CLAIM),
                    Objects.requireNonNullElse(rolesClaim, ROLES_CLAIM),
                    clientId);
        }

        @Override
        public String wireName() {
            return "jwt";
        }

        private static String due(String what, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("The auth mode 'jwt' needs " + what + ": set it.");
            }
            return value;
        }

        /** Whoever can change the keys on their way can sign tokens. */
        private static URI location(String text) {
            try {
                URI location = new URI(text);
                if ("https".equals(location.getScheme())
                        || ("http".equals(location.getScheme()) && isLoopback(location.getHost()))) {
                    return location;
                }
            } catch (URISyntaxException e) {
                // said below
            }
            throw new IllegalArgumentException("The issuer's keys are to be had at an https address (http only on"
                    + " 127.0.0.1), not at '" + text + "'.");
        }

        private static boolean isLoopback(@Nullable String host) {
            return host != null && host.matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
        }
    }
}
