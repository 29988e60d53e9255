package com.sentori.console.backends;

/** How the window looks, as the operator chose. */
public enum Appearance {
    /** As the operating system says, and changes with it. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK,
    /** White on black, for eyes that need it. */
    HIGH_CONTRAST
}
