package com.sentori.console.credentials;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.util.Optional;

/** The keychain of the operating system: Keychain on macOS, Credential Manager on Windows, Secret Service or KWallet elsewhere. */
public final class Keychain implements Safe {
    /** Under which the operating system lists what is kept. */
    private static final String PROGRAM = "Sentori Console";

    private final Keyring keyring;

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The one of this machine; empty where there is none, or it does not answer. */
    @SuppressWarnings("CatchingUnchecked") // native libraries and buses fail in every way: none may keep the console from starting
    public static Optional<Keychain> open() {
        try {
            return Optional.of(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** What it is. */
    public String kind() {
        return keyring.getKeyringStorageType().toString();
    }

    @Override
    public synchronized Optional<String> find(String name) throws IOException {
        try {
            return Optional.ofNullable(keyring.getPassword(PROGRAM, name));
        } catch (PasswordAccessException e) {
            // None of this name: the library tells that from a locked keychain by its words alone.
            return Optional.empty();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    @Override
    public synchronized void keep(String name, String secret) throws IOException {
        try {
            keyring.setPassword(PROGRAM, name, secret);
        } catch (PasswordAccessException | RuntimeException e) {
            throw refused(e);
        }
    }

    @Override
    public synchronized void forget(String name) throws IOException {
        if (find(name).isPresent()) {
            try {
                keyring.deletePassword(PROGRAM, name);
            } catch (PasswordAccessException | RuntimeException e) {
                throw refused(e);
            }
        }
    }

    /** Without the cause: what a library says of it might show the secret. */
    private static IOException refused(Exception fault) {
        return new IOException("The keychain does not take or give it (" + fault.getClass().getSimpleName() + ").");
    }
}
