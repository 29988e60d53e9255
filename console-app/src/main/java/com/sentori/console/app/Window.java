package com.sentori.console.app;

import java.util.List;
import javafx.application.Application;

/** Opens the window, and waits until it is closed. */
final class Window {
    private static final int CLOSED = 0;
    private static final int NO_DISPLAY = 1;

    private Window() {}

    static int open(List<String> parameters) {
        try {
            Application.launch(ConsoleApp.class, parameters.toArray(String[]::new));
            return CLOSED;
        } catch (UnsupportedOperationException e) {
            System.err.println("No window can be opened here: start it where there is a display, or add --headless "
                    + "to 'demo'.");
            return NO_DISPLAY;
        }
    }
}
