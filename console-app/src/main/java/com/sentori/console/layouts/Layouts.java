package com.sentori.console.layouts;

import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The file in which the layout is kept; nowhere for a console that begins without one and leaves none. */
public final class Layouts {
    private static final long LONGEST = 4 << 20;
    private final @Nullable Path file;

    private Layouts(@Nullable Path file) {
        this.file = file;
    }

    /** In this folder; nowhere without one. */
    public static Layouts in(@Nullable Path folder) {
        return new Layouts(folder == null ? null : folder.resolve("layout.json"));
    }

    /** Reads nothing, writes nothing: what is kept stays as it is. */
    public static Layouts none() {
        return new Layouts(null);
    }

    /**
     * What was kept; empty if nothing was.
     *
     * @throws IOException if it cannot be read, or is damaged; it was set aside then, as far as that is possible
     */
    Optional<Layout> read() throws IOException {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(file));
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            Files.move(file, file.resolveSibling("layout-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("The layout in " + file + " is damaged.", e);
        }
    }

    private static Layout parse(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long.");
        }
        return Json.read(Files.readAllBytes(file), Layout.class);
    }

    /** Reads as {@link #read} does, changes nothing and tells nothing: whoever reads next waits less. Any thread. */
    public void peek() {
        try {
            if (file != null && Files.exists(file)) {
                parse(file);
            }
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            // Whoever reads it says so.
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    void write(Layout layout) throws IOException {
        if (file != null) {
            Folders.replace(file, Json.bytes(layout));
        }
    }
}
