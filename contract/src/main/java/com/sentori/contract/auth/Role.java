package com.sentori.contract.auth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do; each role includes those before it. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Starts runs, and feeds and ends those that are its own. */
    OPERATOR,
    /** Feeds and ends anyone's runs. */
    ADMIN;

    /** The name in a token. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The highest of these names; empty if none is a role: tokens also carry names that mean something elsewhere. */
    static Optional<Role> highest(Collection<?> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.wireName()))
                .max(Comparator.naturalOrder());
    }
}
