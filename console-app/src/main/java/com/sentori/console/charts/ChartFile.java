package com.sentori.console.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a chart has to be saved, and not on the FX thread.
 *
 * @param name a name for the file, with its ending
 * @param body writes it
 */
public record ChartFile(String name, Body body) {
    /** Writes a file. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it, and leaves the stream open. Takes as long as it takes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes it to a file, and gives that back.
     *
     * @throws IOException if it cannot be written
     */
    public Path write(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            body.writeTo(out);
        }
        return target;
    }

    /** A name for a file about a chart. */
    static String name(LiveChart chart, String ending) {
        String title = chart.title().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return (title.isEmpty() ? "chart" : title) + "-" + chart.link().span().to() + "." + ending;
    }
}
