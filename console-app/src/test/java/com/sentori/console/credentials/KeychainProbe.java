package com.sentori.console.credentials;

import java.io.IOException;
import java.util.Optional;

/** Uses the keychain of the process that it is, and says what came of it. */
final class KeychainProbe {
    private KeychainProbe() {}

    public static void main(String[] arguments) throws IOException {
        Optional<Keychain> found = Keychain.open();
        if (found.isEmpty()) {
            System.out.println("NO KEYCHAIN");
            System.exit(0);
        }
        Keychain keychain = found.get();
        String name = "http://127.0.0.1:9/probe";
        keychain.keep(name, "old");
        keychain.keep(name, "planted-token-0001");
        System.out.println("kept true in " + keychain.kind());
        System.out.println("given " + keychain.find(name).orElse("nothing"));
        keychain.forget(name);
        System.out.println("forgotten " + keychain.find(name).isEmpty());
        System.exit(0);
    }
}
