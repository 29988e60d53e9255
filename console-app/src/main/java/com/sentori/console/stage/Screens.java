package com.sentori.console.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads layouts: {@code X.fxml} beside {@code XView}, with the texts of the moment, but for views that are {@link Built}. FX thread. */
public final class Screens {
    private final Texts texts;

    /** With these texts. */
    public Screens(Texts texts) {
        this.texts = texts;
    }

    /** The nodes of a view, which becomes the controller of its layout. The view is used for one layout only. */
    public Parent load(Object view) {
        if (view instanceof Built built) {
            return built.build();
        }
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
