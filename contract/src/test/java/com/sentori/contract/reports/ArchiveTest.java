package com.sentori.contract.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Instant TIME = Instant.parse("2026-01-15T10:30:00Z");
    private static final long STANDARD = 0xFFFF_FFFFL;

    @TempDir
    private Path folder;

    /** A limit of 1,000 makes most numbers too long for their places. */
    @ParameterizedTest
    @ValueSource(longs = {STANDARD, 1_000})
    void the_jdk_reads_what_was_written(long full) throws IOException {
        byte[] random = new byte[200_000];
        new Random(7).nextBytes(random);
        Path file = folder.resolve("archive.zip");
        try (var out = Files.newOutputStream(file); Archive archive = new Archive(out, full)) {
            archive.begin("a/empty", TIME);
            archive.end();
            archive.begin("a/ü.bin", TIME);
            archive.write(random);
            archive.write(random);
            archive.end();
            archive.begin("text", TIME);
            archive.write("x".repeat(100_000));
            archive.end();
            archive.finish();
        }
        Map<String, byte[]> files = unzipped(file);
        assertThat(files.keySet()).containsExactly("a/empty", "a/ü.bin", "text");
        assertThat(files.get("a/empty")).isEmpty();
        assertThat(files.get("a/ü.bin")).hasSize(400_000).startsWith(random).endsWith(random);
        assertThat(files.get("text")).asString().isEqualTo("x".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {STANDARD, 1_000})
    void other_programs_find_no_fault_in_it(long full) throws Exception {
        Path file = folder.resolve("archive.zip");
        try (var out = Files.newOutputStream(file); Archive archive = new Archive(out, full)) {
            for (String name : List.of("one.txt", "two.txt")) {
                archive.begin(name, TIME);
                archive.write("some text ".repeat(2_000));
                archive.write(name);
                archive.end();
            }
            archive.finish();
        }
        for (String[] program : new String[][]{{"unzip", "-t"}, {"python3", "-m", "zipfile", "-t"}}) {
            if (isInstalled(program[0])) {
                List<String> command = new java.util.ArrayList<>(List.of(program));
                command.add(file.toString());
                Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
                assertThat(said).doesNotContainIgnoringCase("warning").doesNotContain("error:");
            }
        }
    }

    @Test
    void it_is_the_same_however_often_it_was_put_down() throws IOException {
        assertThat(written(true)).isEqualTo(written(false));
    }

    private static byte[] written(boolean putDown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(42);
        Archive archive = new Archive(out);
        for (int entry = 0; entry < 3; entry++) {
            archive.begin("entry-" + entry, TIME);
            for (int piece = 0; piece < 5; piece++) {
                archive.write(random.ints(20_000, 0, 10).mapToObj(Integer::toString).toList().toString());
                if (putDown) {
                    ByteArrayOutputStream saved = new ByteArrayOutputStream();
                    archive.save(new DataOutputStream(saved));
                    archive.close();
                    archive = Archive.restore(
                            new DataInputStream(new ByteArrayInputStream(saved.toByteArray())), out);
                }
            }
            archive.end();
        }
        archive.finish();
        archive.close();
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzipped(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream data = zip.getInputStream(entry)) {
                    files.put(entry.getName(), data.readAllBytes());
                }
            }
        }
        return files;
    }

    private static boolean isInstalled(String program) {
        return java.util.stream.Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
