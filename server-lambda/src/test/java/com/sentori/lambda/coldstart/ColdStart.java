package com.sentori.lambda.coldstart;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures the cold start of {@code lambda_run_api}: from the start of a process to its first answer, a run that is started
 * on DynamoDB Local behind HTTP, with the archive's libraries as class path.
 */
public final class ColdStart {
    private static final String MAIN = FirstAnswer.class.getName();

    private final Path java;
    private final String classPath;
    private final Path cache;
    private final String store;

    /**
     * Prepares.
     *
     * @param archive as Lambda takes it
     * @param folder for what is unpacked, and for the cache
     * @param store address of DynamoDB
     */
    public ColdStart(Path archive, Path folder, String store) throws IOException {
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.classPath = unpack(archive, folder);
        this.cache = folder.resolve("sentori.aot");
        this.store = store;
    }

    /**
     * What one start took.
     *
     * @param millis from the start of the process to its first answer
     * @param answerMicros of them for the answer, after the function was made
     */
    public record Start(double millis, long answerMicros) {}

    /** Without help. */
    public Start plain() throws IOException {
        return start(List.of("-Xshare:auto"), "plain");
    }

    /** With the cache of {@link #train}. */
    public Start cached() throws IOException {
        return start(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"), "plain");
    }

    /** In the state that priming leaves: of interest is the answer alone. */
    public Start primed() throws IOException {
        return start(List.of(), "primed");
    }

    /**
     * Makes the cache by a run of the function.
     *
     * @return bytes of the cache
     */
    public long train() throws IOException {
        start(List.of("-XX:AOTCacheOutput=" + cache), "train");
        return Files.size(cache);
    }

    private Start start(List<String> flags, String word) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, MAIN, word));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of("SENTORI_AUTH_MODE", "open", "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "AWS_ENDPOINT_URL_DYNAMODB",
                        store,
                        "SENTORI_MAX_RUNNING", "1000"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        long began = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("ANSWER")) {
                    double millis = (System.nanoTime() - began) / 1e6;
                    process.waitFor();
                    if (!words[1].equals("201")) {
                        throw new IOException("The function answered " + words[1] + " and not 201.");
                    }
                    return new Start(millis, Long.parseLong(words[2]));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("The function gave no answer: " + String.join(" ", command));
    }

    /** A cache knows jars alone: the launcher becomes one too. */
    private static String unpack(Path archive, Path folder) throws IOException {
        List<String> path = new ArrayList<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith("lib/") && !entry.isDirectory()) {
                    Path jar = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, jar);
                    }
                    path.add(jar.toString());
                }
            }
        }
        Path launcher = folder.resolve("launcher.jar");
        String name = MAIN.replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(launcher));
                InputStream bytes = FirstAnswer.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(Objects.requireNonNull(bytes).readAllBytes());
        }
        path.add(launcher.toString());
        return String.join(File.pathSeparator, path);
    }

    /** Prints the medians of so many rounds, taken by turns; the archive is the first word, the rounds the second. */
    public static void main(String[] words) throws Exception {
        int rounds = words.length > 1 ? Integer.parseInt(words[1]) : 10;
        Path folder = Files.createTempDirectory("coldstart");
        try (LoopbackDynamo dynamo = new LoopbackDynamo()) {
            ColdStart cold = new ColdStart(Path.of(words[0]), folder, dynamo.address().toString());
            cold.plain();
            long bytes = cold.train();
            double[] plain = new double[rounds];
            double[] cached = new double[rounds];
            double[] primed = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                plain[i] = cold.plain().millis();
                cached[i] = cold.cached().millis();
                primed[i] = cold.primed().answerMicros() / 1e3;
            }
            System.out.printf("plain %.0f ms, with AOT cache (%.1f MB) %.0f ms = %.2f x, primed: answer in %.1f ms%n",
                    median(plain), bytes / 1e6, median(cached), median(cached) / median(plain), median(primed));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
