package com.sentori.console.credentials;

/** The passphrase is not the one that sealed the file, or the file was changed. */
public final class WrongPassphraseException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongPassphraseException() {
        super("The passphrase does not open the file.");
    }
}
