package com.sentori.console.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
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
        return take(name, 1);
    }

    /** Writes {@code name.png} with so many pixels for each unit of the scene; charts have drawn for that many before. */
    Path take(String name, double scale) {
        Path file = folder.resolve(name + ".png");
        try {
            Files.createDirectories(folder);
            ImageIO.write(SwingFXUtils.fromFXImage(snapshot(scale), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written", e);
        }
        return file;
    }

    private WritableImage snapshot(double scale) {
        if (scale == 1) {
            return scene.snapshot(null);
        }
        SnapshotParameters finer = new SnapshotParameters();
        finer.setTransform(Transform.scale(scale, scale));
        finer.setFill(scene.getFill());
        return scene.getRoot().snapshot(finer, null);
    }
}
