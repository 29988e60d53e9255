package com.sentori.console.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Token;
import com.sentori.console.secrets.Redaction;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Isolated("uncaught faults are those of the whole process")
class CrashesTest {
    private static final String OPAQUE = "opaque-planted-0001";
    private static final String PASSWORD = "Planted-pass-0002";
    private static final String SIGNED = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.planted0003";

    @TempDir
    private Path folder;
    private final List<Path> written = new CopyOnWriteArrayList<>();
    private Crashes crashes;

    @BeforeEach
    void watch() {
        Settings settings = new Settings(
                List.of(new BackendProfile("ecs", URI.create("http://alice:" + PASSWORD + "@127.0.0.1:9"))), true,
                "en");
        Token token = Token.of(OPAQUE);
        crashes = Crashes.watch(folder.resolve("crashes"),
                () -> new String(Json.bytes(settings), StandardCharsets.UTF_8), token::hideIn, written::add,
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        crashes.close();
    }

    @Test
    void a_fault_that_nobody_caught_leaves_a_bundle_without_secrets() throws Exception {
        System.getLogger("test")
                .log(System.Logger.Level.WARNING,
                        "called http://alice:" + PASSWORD + "@127.0.0.1:9 with Bearer " + SIGNED + " and " + OPAQUE);
        Thread thread = Thread.ofPlatform().name("worker").start(() -> {
            throw new IllegalStateException("refused: token=" + OPAQUE + ", Authorization: Bearer " + SIGNED,
                    new IOException("http://alice:" + PASSWORD + "@127.0.0.1:9/api/runs"));
        });
        thread.join();
        await().untilAsserted(() -> assertThat(written).hasSize(1));
        Map<String, String> texts = unpacked(written.getFirst());
        assertThat(texts).containsOnlyKeys("fault.txt", "versions.txt", "settings.json", "log.txt", "threads.txt");
        String all = String.join("\n", texts.values());
        assertThat(all).doesNotContain(OPAQUE, PASSWORD, SIGNED, "planted0003");
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            if (Redaction.isSecret(variable.getKey())
                    && variable.getValue().length() > 8) {
                assertThat(all).doesNotContain(variable.getValue());
            }
        }
        assertThat(texts.get("fault.txt")).contains("IllegalStateException", "In worker", "CrashesTest");
        assertThat(texts.get("log.txt")).contains("called http://");
        assertThat(texts.get("threads.txt")).contains("\"main\"");
        assertThat(texts.get("settings.json")).contains("DARK");
    }

    @Test
    void a_fault_that_comes_again_and_again_leaves_a_few_bundles() throws Exception {
        for (int i = 0; i < 20; i++) {
            crashes.uncaughtException(Thread.currentThread(), new IllegalStateException("again"));
        }
        await().untilAsserted(() -> assertThat(written).hasSize(5));
    }

    @Test
    void the_oldest_bundles_go() throws Exception {
        Bundle bundle = new Bundle(folder, text -> text);
        for (int i = 0; i < 15; i++) {
            bundle.write(Map.of("a.txt", "b"), Clock.systemUTC().instant().plusSeconds(i));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void faults_of_the_same_moment_have_a_bundle_each() throws Exception {
        Bundle bundle = new Bundle(folder, text -> text);
        Instant now = Clock.systemUTC().instant();
        List<Path> files = IntStream.range(0, 8).parallel().mapToObj(i -> {
            try {
                return bundle.write(Map.of("a.txt", "fault " + i), now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
        assertThat(files).doesNotHaveDuplicates();
        Set<String> texts = new TreeSet<>();
        for (Path each : files) {
            texts.addAll(unpacked(each).values());
        }
        assertThat(texts).hasSize(8);
    }

    private static Map<String, String> unpacked(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
