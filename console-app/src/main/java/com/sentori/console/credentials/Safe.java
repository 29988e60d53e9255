package com.sentori.console.credentials;

import java.io.IOException;
import java.util.Optional;

/** Keeps secrets by name. Thread-safe; calls may wait for a disk, or for the operator to unlock a keychain: not on the FX thread. */
public interface Safe {
    /** The secret of this name, if there is one. */
    Optional<String> find(String name) throws IOException;

    /** Keeps a secret in place of the one before. */
    void keep(String name, String secret) throws IOException;

    /** Keeps it no longer; nothing where there is none. */
    void forget(String name) throws IOException;
}
