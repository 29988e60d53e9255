package com.sentori.console.charts;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A raster that the toolkit shows without a copy. Drawn on any thread while another one is on screen, then handed over on the FX thread. */
final class Picture {
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Picture(int width, int height) {
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    int[] pixels() {
        return pixels;
    }

    boolean hasSize(Frame frame) {
        return image.getWidth() == frame.width() && image.getHeight() == frame.height();
    }

    /** The image, with what was drawn last. FX thread. */
    Image image() {
        buffer.updateBuffer(_ -> null);
        return image;
    }
}
