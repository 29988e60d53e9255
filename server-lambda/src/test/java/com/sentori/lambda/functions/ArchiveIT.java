package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as Lambda would take it. */
class ArchiveIT {
    private static final long MAX_BYTES = 15_000_000;
    private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

    @Test
    void is_small_enough_for_a_quick_start() throws IOException {
        assertThat(Files.size(archive())).isLessThan(MAX_BYTES);
    }

    @Test
    void brings_all_that_a_function_needs_to_say_that_its_store_is_down(@TempDir Path folder) throws Exception {
        try (URLClassLoader lambda = new URLClassLoader(unpacked(archive(), folder),
                ClassLoader.getPlatformClassLoader())) {
            Class<?> eventType = lambda.loadClass(EVENTS + "APIGatewayProxyRequestEvent");
            Class<?> contextType = lambda.loadClass("com.amazonaws.services.lambda.runtime.Context");
            Object context = Proxy.newProxyInstance(lambda, new Class<?>[]{contextType},
                    (proxy, method, arguments) -> method.getName().equals("getRemainingTimeInMillis") ? 1_500 : null);
            for (String call : List.of("RunApi /api/runs/can-start", "SensorApi /api/sensors/data?sensorId=s")) {
                String[] words = call.split("[ ?=]", -1);
                Object event = eventType.getConstructor().newInstance();
                eventType.getMethod("setHttpMethod", String.class).invoke(event, "GET");
                eventType.getMethod("setPath", String.class).invoke(event, words[1]);
                eventType.getMethod("setQueryStringParameters", Map.class)
                        .invoke(event, words.length > 2 ? Map.of(words[2], words[3]) : Map.of());
                Class<?> type = lambda.loadClass("com.sentori.lambda.functions." + words[0] + "Function");
                assertThat(type.getClassLoader()).isSameAs(lambda);
                Object answer = type.getMethod("handleRequest", eventType, contextType)
                        .invoke(type.getConstructor().newInstance(), event, context);
                assertThat(answer.getClass().getMethod("getStatusCode").invoke(answer)).as(call).isEqualTo(503);
                assertThat(answer.getClass().getMethod("getBody").invoke(answer)).asString()
                        .contains("STORE_UNAVAILABLE");
            }
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
