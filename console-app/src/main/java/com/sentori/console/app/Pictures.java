package com.sentori.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Takes pictures of a scene as it is drawn. FX thread. */
final class Pictures {
    private final Scene scene;
    private final Path folder;

    Pictures(Scene scene, Path folder) {
        this.scene = scene;
        this.folder = folder;
    }

    /** Writes {@code name.png}. */
    Path take(String name) {
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", e);
        }
        return file;
    }
}
