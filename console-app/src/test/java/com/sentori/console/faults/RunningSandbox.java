package com.sentori.console.faults;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Telemetry;
import com.sentori.contract.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Both backends as a process of their own, as {@code ./sentori sandbox} starts them. */
public final class RunningSandbox implements AutoCloseable {
    private static final Path MODULE = Path.of("..", "sandbox").toAbsolutePath().normalize();
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final JsonNode ready;

    private RunningSandbox(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Starts one with its data below this folder, and waits until it is ready. */
    public static RunningSandbox start(Path folder, String... options) throws Exception {
        Path log = folder.resolve("sandbox.log");
        List<String> flags = List.of("@" + MODULE.resolve("java.args"),
                "-XX:SharedArchiveFile=" + MODULE.resolve("target").resolve("sandbox.jsa"));
        Process process = program(flags, "com.sentori.sandbox.Main", folder, options).redirectError(log.toFile())
                .start();
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String first = out.readLine();
                line.complete(first == null ? "" : first);
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        String ready = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ready.startsWith("READY ")) {
            throw new IllegalStateException("The sandbox did not start:\n" + Files.readString(log));
        }
        return new RunningSandbox(process, Json.MAPPER.readTree(ready.substring("READY ".length())));
    }

    /** A token of its issuer, as {@code ./sentori token} prints it. */
    public static String token(Path folder, String... options) throws Exception {
        Process process = program(List.of(), "com.sentori.sandbox.TokenCommand", folder, options)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || printed.lines().count() != 1) {
            throw new IllegalStateException("no token was printed, or more than that");
        }
        return printed.strip();
    }

    private static ProcessBuilder program(List<String> flags, String main, Path folder, String... options) {
        Path target = MODULE.resolve("target");
        if (!Files.exists(target.resolve("sandbox.jar"))) {
            throw new IllegalStateException("The sandbox is not built: run 'mvn verify', or first "
                    + "'mvn package -DskipTests -pl sandbox -am'.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp",
                target.resolve("sandbox.jar") + System.getProperty("path.separator") + target.resolve("natives") + "/*",
                main, "--data", folder.resolve("data").toString()));
        command.addAll(List.of(options));
        ProcessBuilder program = new ProcessBuilder(command);
        // Of it and of its children: most end before the second compiler has paid for itself.
        program.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return program;
    }

    /** Both backends. */
    public List<BackendProfile> profiles() {
        return List.of(BackendProfile.of("ecs", address("ecs")).with(Telemetry.ofSandbox(address("prometheus"), "")),
                BackendProfile.of("serverless", address("serverless"))
                        .with(Telemetry.ofSandbox("", address("cloudWatch"))));
    }

    /** The address that it names so; empty if it names none. */
    public String address(String name) {
        return ready.path(name).asString("");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
