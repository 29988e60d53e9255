package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as Lambda would take it. */
class ArchiveIT {
    private static final long MAX_BYTES = 15_000_000;

    @Test
    void is_small_and_brings_all_that_the_functions_need(@TempDir Path folder) throws Exception {
        Path archive = archive();
        assertThat(Files.size(archive)).isLessThan(MAX_BYTES);
        try (URLClassLoader lambda = new URLClassLoader(unpacked(archive, folder),
                ClassLoader.getPlatformClassLoader())) {
            for (String function : List.of("RunApiFunction", "SensorApiFunction")) {
                Class<?> type = Class.forName("com.sentori.lambda.functions." + function, true, lambda);
                assertThat(type.getClassLoader()).isSameAs(lambda);
                assertThat(type.getConstructor()).isNotNull();
                assertThat(Stream.of(type.getInterfaces()).map(Class::getSimpleName)).contains("RequestHandler");
            }
            Class<?> clients = Class.forName("com.sentori.lambda.functions.Clients", true, lambda);
            assertThat(clients.getDeclaredMethods()).isNotEmpty();
            assertThat(lambda.getResource("com/sentori/lambda/store/tables.json")).isNotNull();
        }
    }

    @Test
    void leaves_out_what_is_not_used() throws IOException {
        try (ZipFile zip = new ZipFile(archive().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(
                    name -> name.matches(".*(netty|apache|spring|DynamoDBLocal|sqlite|junit|assertj).*"))
                    .allMatch(name -> name.startsWith("lib/") || !name.endsWith(".jar"));
        }
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-lambda.zip")).findFirst().orElseThrow();
        }
    }

    private static URL[] unpacked(Path archive, Path folder) throws IOException {
        List<URL> path = new ArrayList<>(List.of(folder.toUri().toURL()));
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
                if (entry.getName().startsWith("lib/")) {
                    path.add(file.toUri().toURL());
                }
            }
        }
        return path.toArray(URL[]::new);
    }
}
