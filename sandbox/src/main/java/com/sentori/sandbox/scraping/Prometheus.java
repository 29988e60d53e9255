package com.sentori.sandbox.scraping;

import com.sentori.sandbox.processes.PidFile;
import com.sentori.sandbox.processes.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Prometheus of the machine's own, on loopback, with its data in a folder. Runs until it is closed. */
public final class Prometheus implements AutoCloseable {
    /** What to do where there is none. */
    public static final String MISSING = "Prometheus is not installed, so nothing keeps the figures of server-ecs: "
            + "install the package 'prometheus' (Debian, Ubuntu) and start again.";

    private final ServerProcess process;

    /**
     * Starts it.
     *
     * @param program which one
     * @param folder where its configuration and its data are
     * @param port where it answers
     * @param target whose {@code /actuator/prometheus} it scrapes
     * @param rules a folder of rule files, {@code *.rules.yaml}; it need not exist
     */
    public Prometheus(Path program, Path folder, int port, URI target, Path rules) throws IOException {
        Files.createDirectories(folder);
        PidFile pidFile = new PidFile(folder.resolve("prometheus.pid"));
        pidFile.stopOrphan("Prometheus");
        Path configuration = folder.resolve("prometheus.yml");
        Files.writeString(configuration, configuration(target, rules));
        this.process = new ServerProcess("prometheus", List.of(program.toString(), "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"), "--storage.tsdb.retention.time=15d",
                "--storage.tsdb.retention.size=1GB", "--web.listen-address=127.0.0.1:" + port, "--log.level=warn"),
                Map.of(), folder, pidFile);
    }

    /** The program, if there is one on the path. */
    public static Optional<Path> program() {
        return Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> List.of(Path.of(folder, "prometheus"), Path.of(folder, "prometheus.exe")).stream())
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** As in the cloud, but for where the target is found. */
    static String configuration(URI target, Path rules) {
        return """
                global:
                  scrape_interval: 5s
                  scrape_timeout: 4s
                  evaluation_interval: 5s
                rule_files:
                  - '%1$s/*.rules.yaml'
                scrape_configs:
                  - job_name: sentori-ecs
                    metrics_path: /actuator/prometheus
                    static_configs:
                      - targets: ['%2$s']
                """.formatted(rules.toAbsolutePath().toString().replace('\\', '/').replace("'", "''"),
                target.getAuthority());
    }

    /** Lets it end although nobody asked it to. */
    public void expectEnd() {
        process.expectEnd();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
