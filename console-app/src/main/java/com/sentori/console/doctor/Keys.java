package com.sentori.console.doctor;

import com.sentori.console.credentials.Keychain;
import java.util.List;

/** Where tokens can be kept. */
record Keys() implements Check {
    @Override
    public List<Finding> look() {
        return List.of(Keychain.open()
                .map(keychain -> Finding.ok("keychain", "tokens are kept in " + keychain.kind()))
                .orElseGet(() -> Finding.hint("keychain", "there is none: tokens are kept until the console ends",
                        "Choose a file with a passphrase in Settings, or start a Secret Service.")));
    }
}
