package com.sentori.console.cloud;

/** How a figure is to be taken, the worst last. */
public enum Level {
    /** As it should be, or nothing that can be judged by itself. */
    GOOD,
    /** Nobody knows: there is no figure, or it is too old. */
    UNKNOWN,
    /** Worth a look. */
    WARN,
    /** Something does not work. */
    BAD
}
