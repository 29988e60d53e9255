package com.sentori.contract.auth;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a call.
 *
 * @param user a name of the form that {@link #isUser} knows
 * @param role what the user may do; null for nothing
 * @param until when this is no longer known to be so; {@link Instant#MAX} for never
 */
public record Caller(String user, @Nullable Role role, Instant until) {
    /** What a user's name must be, for people. */
    public static final String USER_RULE = "must be 3 to 20 of A-Z a-z 0-9 . _ -";

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9._-]{3,20}");

    /** Someone on a server that asks for no proof: there, everyone may do everything. */
    static Caller unproven(String user) {
        return new Caller(user, Role.ADMIN, Instant.MAX);
    }

    /** Whether a text can be the name of a user. */
    public static boolean isUser(String text) {
        return USER.matcher(text).matches();
    }

    /** Whether the role includes this one. */
    public boolean is(Role wanted) {
        return role != null && role.compareTo(wanted) >= 0;
    }
}
