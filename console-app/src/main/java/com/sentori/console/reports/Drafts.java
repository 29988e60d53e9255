package com.sentori.console.reports;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files that appear when all of them are whole, or not at all. One thread. */
final class Drafts implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 120;

    private final Path folder;
    private final Map<Path, Path> drafts = new LinkedHashMap<>();

    /** In a folder, which is made if it is not there. */
    Drafts(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * A file to be written.
     *
     * @param parts of its name, joined by hyphens; what comes from elsewhere names a file, never a path
     */
    OutputStream bytes(String ending, String... parts) throws IOException {
        String name = String.join("-", parts).replaceAll("[^A-Za-z0-9._-]", "_");
        Path file = folder.resolve(name.substring(0, Math.min(LONGEST, name.length())) + ending);
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        drafts.put(file, draft);
        return new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
    }

    /** The same for text. */
    Writer text(String ending, String... parts) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(bytes(ending, parts), StandardCharsets.UTF_8), BUFFER);
    }

    /** Lets them appear; all are closed by now. */
    List<Path> publish() throws IOException {
        for (Map.Entry<Path, Path> one : drafts.entrySet()) {
            Files.move(one.getValue(), one.getKey(), StandardCopyOption.REPLACE_EXISTING);
        }
        List<Path> files = new ArrayList<>(drafts.keySet());
        drafts.clear();
        return files;
    }

    /** Takes away what has not appeared. */
    @Override
    public void close() throws IOException {
        for (Path draft : drafts.values()) {
            Files.deleteIfExists(draft);
        }
    }
}
