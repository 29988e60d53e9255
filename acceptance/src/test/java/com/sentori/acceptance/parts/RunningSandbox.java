package com.sentori.acceptance.parts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.sentori.contract.json.Json;
import com.sentori.contract.kit.Mint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import tools.jackson.databind.JsonNode;

/** A sandbox as a child process. What it logs lies beside its data, in {@code sandbox.err}. */
public final class RunningSandbox implements AutoCloseable {
    private static final Path MODULE = Path.of("..", "sandbox").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final Path out;
    private final Process process;

    private RunningSandbox(Path data, Path out, Process process) {
        this.data = data;
        this.out = out;
        this.process = process;
    }

    /** Starts one without waiting for it. */
    public static RunningSandbox launch(Path data, String... options) {
        try {
            Files.createDirectories(data);
            Path out = Files.createTempFile(data, "sandbox", ".out");
            List<String> command = new ArrayList<>(
                    List.of(java(), "@" + MODULE.resolve("java.args"),
                            "-XX:SharedArchiveFile=" + MODULE.resolve("target").resolve("sandbox.jsa"), "-Xmx512m",
                            "-cp",
                            classPath(), "com.sentori.sandbox.Main", "--data", data.toString()));
            command.addAll(List.of(options));
            ProcessBuilder sandbox = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectError(Redirect.appendTo(data.resolve("sandbox.err").toFile()));
            // Of it and of its children: most end before the second compiler has paid for itself.
            sandbox.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            return new RunningSandbox(data, out, sandbox.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one and waits until it is ready. */
    public static RunningSandbox on(Path data, String... options) {
        RunningSandbox sandbox = launch(data, options);
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                if (!sandbox.process.isAlive()) {
                    throw new IllegalStateException("the sandbox ended:\n" + sandbox.log());
                }
                return sandbox.stdout().stream().anyMatch(line -> line.startsWith("READY "));
            });
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    /** What it printed on stdout. */
    public List<String> stdout() {
        return read(out);
    }

    /** What it, and others on its data before, logged. */
    public String log() {
        return String.join("\n", read(data.resolve("sandbox.err")));
    }

    /** The address that it names so. */
    public URI address(String name) {
        JsonNode addresses = Json.MAPPER.readTree(stdout().getFirst().substring("READY ".length()));
        return URI.create(addresses.path(name).asString());
    }

    /** A client of its CloudWatch. */
    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.builder());
    }

    /** A client of the logs of its CloudWatch. */
    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(address("cloudWatch"))
                .region(Region.of("local"))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** What makes tokens as its issuer does, with that one's key. */
    public Mint mint() {
        try {
            RSAKey key = RSAKey.parse(Files.readString(data.resolve("issuer").resolve("key.json")));
            return new Mint(address("issuer").toString(), "sentori", key.getKeyID(), key.toKeyPair());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder of its data and its logs. */
    public Path data() {
        return data;
    }

    /** Its process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** The process of its server-ecs. */
    public ProcessHandle server() {
        return named(data.resolve("server-ecs.pid"));
    }

    /** The process of its PostgreSQL. */
    public ProcessHandle postgres() {
        Path root = data.resolve("postgres");
        return named(root.resolve(read(root.resolve("current")).getFirst()).resolve("postmaster.pid"));
    }

    /** Its processes and their children, once server-ecs has been started. */
    public List<ProcessHandle> family() {
        return Stream.of(process(), server(), postgres())
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .distinct()
                .toList();
    }

    /** Ends it without a warning; its children go on. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end; true if it did within so long. */
    public boolean stop(Duration patience) {
        process.destroy();
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until it has ended by itself, and gives its exit code. */
    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (!stop(Duration.ofSeconds(20))) {
            process.destroyForcibly();
        }
    }

    private static ProcessHandle named(Path pidFile) {
        return ProcessHandle.of(Long.parseLong(read(pidFile).getFirst().strip())).orElseThrow();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        Path target = MODULE.resolve("target");
        return target.resolve("sandbox.jar") + System.getProperty("path.separator") + target.resolve("natives") + "/*";
    }
}
