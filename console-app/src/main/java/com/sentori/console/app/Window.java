package com.sentori.console.app;

import com.sentori.console.backends.Settings;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javafx.application.Application;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.OkHttpClient;

/** Opens the window, and waits until it is closed. */
final class Window {
    private static final int CLOSED = 0;
    private static final int NO_DISPLAY = 1;

    private Window() {}

    /**
     * Opens it with these parameters, and waits.
     *
     * @param settings the folder that has them
     */
    static int open(List<String> parameters, Path settings) {
        Thread.ofPlatform().daemon().name("first use").start(() -> useFirst(settings));
        try {
            Application.launch(ConsoleApp.class, parameters.toArray(String[]::new));
            return CLOSED;
        } catch (UnsupportedOperationException e) {
            System.err.println("No window can be opened here: start it where there is a display, or add --headless "
                    + "to 'demo'.");
            return NO_DISPLAY;
        }
    }

    /**
     * What the window wants at once and takes long the first time in a process, used while the toolkit starts: the reader of settings, the certificates that
     * the system trusts, the HTTP client.
     */
    private static void useFirst(Path settings) {
        Settings.peek(settings);
        readTrusted();
        new OkHttpClient().dispatcher().executorService().shutdown();
    }

    /** They are kept by the JDK. */
    private static void readTrusted() {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            // The client reads them itself, and says what is wrong.
        }
    }
}
