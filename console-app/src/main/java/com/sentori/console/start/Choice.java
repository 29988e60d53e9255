package com.sentori.console.start;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sensors can be told to do.
 *
 * @param name of a scenario: one that comes with the program, or a file; null for a waveform
 */
record Choice(@Nullable String name) {
    static final Choice WAVEFORM = new Choice(null);

    // Written out, because the form asks for it at its first: the virtual machine would make the code for it, in some milliseconds (ADR 21).
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Choice choice && Objects.equals(name, choice.name);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(name);
    }
}
