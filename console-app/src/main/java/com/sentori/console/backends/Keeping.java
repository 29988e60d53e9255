package com.sentori.console.backends;

/** Where tokens are kept between two starts. */
public enum Keeping {
    /** In the keychain of the operating system; where there is none, until the console ends. */
    KEYCHAIN,
    /** In a file that a passphrase seals. */
    FILE,
    /** Until the console ends. */
    SESSION
}
