package com.sentori.console.start;

import org.jspecify.annotations.Nullable;

/**
 * What the sensors can be told to do.
 *
 * @param name of a scenario: one that comes with the program, or a file; null for a waveform
 */
record Choice(@Nullable String name) {
    static final Choice WAVEFORM = new Choice(null);
}
