package com.sentori.console.app;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javafx.application.Application;
import javax.net.ssl.TrustManagerFactory;

/** Opens the window, and waits until it is closed. */
final class Window {
    private static final int CLOSED = 0;
    private static final int NO_DISPLAY = 1;

    private Window() {}

    static int open(List<String> parameters) {
        Thread.ofPlatform().daemon().name("trusted").start(Window::readTrusted);
        try {
            Application.launch(ConsoleApp.class, parameters.toArray(String[]::new));
            return CLOSED;
        } catch (UnsupportedOperationException e) {
            System.err.println("No window can be opened here: start it where there is a display, or add --headless "
                    + "to 'demo'.");
            return NO_DISPLAY;
        }
    }

    /** The certificates that the system trusts, which the backends' client wants at once: read while the toolkit starts, and kept by the JDK. */
    private static void readTrusted() {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            // The client reads them itself, and says what is wrong.
        }
    }
}
