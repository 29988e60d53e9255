/**
 * Where tokens are kept between two starts: in the operating system's keychain, in a file that a passphrase seals, or not at all. Never plain.
 * The backends screen and the wiring come in.
 */
@NullMarked
package com.sentori.console.credentials;

import org.jspecify.annotations.NullMarked;
