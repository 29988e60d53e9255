package com.sentori.bench.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the build of the checkout left. */
public final class Built {
    private Built() {}

    /**
     * The jar of a module.
     *
     * @param home the folder of the checkout
     */
    public static Path jar(Path home, String module) throws IOException {
        return file(home, module, module + "-.*(?<!-tests|-sources)\\.jar");
    }

    /** The file of a module whose name is like this. */
    static Path file(Path home, String module, String name) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(module + "/target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The module " + module + " is not built."));
        }
    }
}
