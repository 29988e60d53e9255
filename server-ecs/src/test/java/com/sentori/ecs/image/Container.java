package com.sentori.ecs.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server of an image, started as a task starts it: its command, its user, files that cannot be changed, 1 GB and half a processor. */
final class Container implements AutoCloseable {
    private static final String LIMITS = "sentori-image-" + ProcessHandle.current().pid();
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    private final Image image;
    private final Map<String, String> environment;
    private final Process process;

    Container(Image image, Map<String, String> environment, Path log) throws IOException {
        this.image = image;
        this.environment = environment;
        ProcessBuilder server = image.contained("ro", image.entryPoint);
        server.environment().putAll(environment);
        server.environment().put("LIMITS", LIMITS);
        this.process = server.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether its health check passes. */
    boolean isHealthy() throws IOException, InterruptedException {
        return run(image.healthCheck) == 0;
    }

    /** The exit code of a command within it, as its user. */
    int run(List<String> command) throws IOException, InterruptedException {
        String[] user = image.user.split(":");
        List<String> all = new ArrayList<>(List.of("nsenter", "--target", String.valueOf(process.pid()), "--mount",
                "--root", "setpriv", "--reuid=" + user[0], "--regid=" + user[1], "--clear-groups"));
        all.addAll(command);
        ProcessBuilder within = new ProcessBuilder(all).redirectErrorStream(true);
        within.environment().putAll(environment);
        Process started = within.start();
        started.getInputStream().readAllBytes();
        return started.waitFor();
    }

    /** Tells it to stop, and waits; its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return waitFor();
    }

    /** Its exit code, as soon as it has ended. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        for (Path group : List.of(GROUPS.resolve("memory"), GROUPS.resolve("cpu"), GROUPS)) {
            Files.deleteIfExists(group.resolve(LIMITS));
        }
    }
}
