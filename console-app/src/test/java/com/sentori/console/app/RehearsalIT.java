package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start as the launcher rehearses it: a process of its own. */
@Timeout(120)
class RehearsalIT {
    @TempDir
    private Path folder;

    @Test
    void shows_every_screen_and_closes_again() throws Exception {
        Process console = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
                "com.sentori.console.cli.Main", "window", "--folder=" + folder, "--rehearse=ALL")
                .redirectError(folder.resolve("log").toFile())
                .start();
        try {
            String said = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said.strip()).isEqualTo(Rehearsal.SHOWN);
            assertThat(console.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(console.exitValue()).isZero();
            // A slow machine may have the watchdog print where the window's thread was: in an exception's constructor, say.
            assertThat(Files.readAllLines(folder.resolve("log"))).filteredOn(line -> !line.startsWith("\tat "))
                    .noneMatch(line -> line.contains("Exception"));
        } finally {
            console.destroyForcibly();
        }
        assertThat(folder.resolve("settings.json")).content().contains("127.0.0.1:9");
    }
}
