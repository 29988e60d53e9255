package com.sentori.console.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system's keychain: a Secret Service on a bus of its own, and a machine without one. Each in a process of its own, as a bus is one's for life. */
class KeychainIT {
    @TempDir
    private Path folder;

    @Test
    void a_machine_without_a_keychain_has_none_and_nothing_breaks() throws Exception {
        assertThat(said(List.of(), Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("none"))))
                .contains("NO KEYCHAIN");
    }

    @Test
    void a_secret_service_keeps_gives_and_forgets() throws Exception {
        Assumptions.assumeTrue(Stream.of("dbus-run-session", "gnome-keyring-daemon")
                .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name))), "a Secret Service is installed");
        String java = String.join(" ", command());
        String script = "printf 'x' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; " + java;
        assertThat(said(List.of("/usr/bin/dbus-run-session", "--", "/bin/sh", "-c", script),
                Map.of("XDG_DATA_HOME", folder.toString(), "XDG_RUNTIME_DIR", folder.toString())))
                .contains("kept true", "given planted-token-0001", "forgotten true");
    }

    private String said(List<String> before, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(before.isEmpty() ? command() : before);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Path out = folder.resolve("out.txt");
        Process process = builder.redirectOutput(out.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(out);
    }

    private static List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KeychainProbe.class.getName());
    }
}
