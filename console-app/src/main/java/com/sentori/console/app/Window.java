package com.sentori.console.app;

import com.sentori.console.backends.Settings;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.stage.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

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

    /** What the window wants at once and takes long the first time in a process, used while the toolkit starts. */
    private static void useFirst(Path settings) {
        Texts texts = new Texts(Settings.locale(Settings.peek(settings).language()));
        Layouts.in(settings).peek();
        texts.get("alarms.badge", 0, 0);
        StringProperty any = new SimpleStringProperty("");
        Subscription.combine(any.subscribe(() -> {}), any.subscribe(_ -> {}), any.subscribe((_, _) -> {}))
                .unsubscribe();
    }
}
