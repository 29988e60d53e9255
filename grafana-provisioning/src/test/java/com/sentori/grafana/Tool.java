package com.sentori.grafana;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A program that a test has run.
 *
 * @param status that it ended with
 * @param said on both outputs
 */
public record Tool(int status, String said) {
    /** Skips the test where a program is missing. */
    public static void require(String program, String debianPackage) {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
                program + " is missing: install the package '" + debianPackage + "'");
    }

    /** Runs it to its end. */
    public static Tool run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Tool(process.waitFor(), said);
    }
}
