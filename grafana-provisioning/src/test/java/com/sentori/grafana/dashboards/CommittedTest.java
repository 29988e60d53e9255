package com.sentori.grafana.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that lie in the repository, which images and the console take, are those that the source makes. */
class CommittedTest {
    private static final Path COMMITTED = Path.of("dashboards");
    private static final Path FRESH = Path.of("target", "dashboards");

    @Test
    void the_dashboards_in_the_repository_are_those_of_the_source() throws IOException {
        Map<Path, byte[]> fresh = Dashboards.files();
        for (Map.Entry<Path, byte[]> file : fresh.entrySet()) {
            Path path = FRESH.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        for (Map.Entry<Path, byte[]> file : fresh.entrySet()) {
            assertThat(COMMITTED.resolve(file.getKey()))
                    .as("it is not what dashboards.yaml makes: cp -r grafana-provisioning/target/dashboards grafana-provisioning/")
                    .exists()
                    .hasBinaryContent(file.getValue());
        }
        try (Stream<Path> all = Files.walk(COMMITTED)) {
            assertThat(all.filter(path -> path.toString().endsWith(".json")).map(COMMITTED::relativize))
                    .containsExactlyInAnyOrderElementsOf(fresh.keySet());
        }
    }
}
