package com.sentori.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    @TempDir
    private Path folder;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        // It waits for its input, which stays open.
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jshell").toString(), "-").start();
    }

    @AfterEach
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private PidFile file() {
        return new PidFile(folder.resolve("it.pid"));
    }

    @Test
    void finds_the_process_that_was_noted() throws IOException {
        file().write(process.toHandle());

        assertThat(file().find()).contains(process.toHandle());
    }

    @Test
    void stops_an_orphan_and_forgets_it() throws IOException {
        file().write(process.toHandle());

        file().stopOrphan("It");

        assertThat(process.isAlive()).isFalse();
        assertThat(file().file()).doesNotExist();
    }

    @Test
    void leaves_a_stranger_alone_that_got_the_same_id() throws IOException {
        file().write(process.toHandle());
        List<String> lines = Files.readAllLines(file().file());
        Files.write(file().file(), List.of(lines.get(0), "2001-01-01T00:00:00Z", lines.get(2)));
        file().stopOrphan("It");
        Files.write(file().file(), List.of(lines.get(0), lines.get(1), "/some/other/program"));
        file().stopOrphan("It");

        assertThat(process.isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "12", "x\ny\nz\n", "1\nnow\nprogram\n", "-1\n2026-01-01T00:00:00Z\nx\n"})
    void takes_a_damaged_file_for_none(String text) throws IOException {
        Files.writeString(file().file(), text);

        assertThat(file().find()).isEmpty();
    }

    @Test
    void without_a_file_there_is_no_orphan() throws IOException {
        assertThat(file().find()).isEmpty();
        file().stopOrphan("It");
    }
}
