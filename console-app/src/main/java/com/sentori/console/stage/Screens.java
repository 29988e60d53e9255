package com.sentori.console.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads layouts: {@code X.fxml} beside {@code XView}, with the texts of the moment. FX thread. */
public final class Screens {
    private final Texts texts;

    /** With these texts. */
    public Screens(Texts texts) {
        this.texts = texts;
    }

    /** The layout of a view, which becomes its controller. The view is used for one layout only. */
    public Parent load(Object view) {
        String file = view.getClass().getSimpleName().replaceAll("View$", "") + ".fxml";
        URL layout = Objects.requireNonNull(view.getClass().getResource(file), file);
        FXMLLoader loader = new FXMLLoader(layout, texts.bundle());
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the layout " + file, e);
        }
    }
}
