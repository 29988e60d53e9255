package com.sentori.console.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs of this machine: finds them, and asks them what they are. Those of the system's own folders are found too where {@code PATH} leaves them out. */
final class Programs {
    private static final long PATIENCE_SECONDS = 5;
    private static final int MOST = 1 << 20;
    private static final List<String> SYSTEM = List.of("/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin");

    private final List<Path> folders;

    Programs(List<Path> folders) {
        this.folders = folders;
    }

    static Programs ofThisMachine() {
        String path = System.getenv("PATH");
        return new Programs(Stream.concat(Stream.of((path == null ? "" : path).split(File.pathSeparator, -1)),
                SYSTEM.stream()).filter(each -> !each.isBlank()).map(Path::of).distinct().toList());
    }

    Optional<Path> find(String name) {
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name + ".exe")))
                .filter(Files::isExecutable)
                .filter(file -> !Files.isDirectory(file))
                .findFirst();
    }

    /** What a program prints; empty if there is none, or it does not end well in a few seconds. */
    Optional<String> output(String name, String... arguments) throws InterruptedException {
        Optional<Path> program = find(name);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path answer = null;
        try {
            answer = Files.createTempFile("sentori-doctor", ".txt");
            Process process = new ProcessBuilder(
                    Stream.concat(Stream.of(program.get().toString()), Stream.of(arguments)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            byte[] text = Files.readAllBytes(answer);
            return process.exitValue() == 0
                    ? Optional.of(new String(text, 0, Math.min(text.length, MOST), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (answer != null) {
                delete(answer);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
