package com.sentori.bench.console;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Rounds;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.site.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the console takes from the start of its process until the first frame of its window was presented, with a cache that a rehearsal made as the
 * launcher makes it, and without one.
 */
final class Starts implements Measurement {
    private static final double SECONDS = 1;
    private static final double RATIO = 0.6;
    private static final int STARTS = 7;
    private static final int QUICKLY = 2;

    @Override
    public List<Figure> measure(Path home, Scale scale) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        try {
            Path cache = folder.resolve("console.aot");
            start(home, folder, "LIVE", "-XX:AOTCacheOutput=" + cache, "-XX:TieredStopAtLevel=2");
            List<String> with = List.of("-XX:AOTCache=" + cache, "-Xlog:disable");
            Rounds rounds = Rounds.of(scale.quick() ? QUICKLY : STARTS, List.of(
                    () -> start(home, folder, "FIRST", with.toArray(String[]::new)),
                    () -> start(home, folder, "FIRST")));
            return List.of(
                    Figure.valued("console.start.window", rounds.median(0), "s",
                            new Goal("<= 1.0", 0, SECONDS, false),
                            "from the start of the process to the first frame presented, with a cache")
                            .reducedIf(scale.quick()),
                    Figure.compared("console.start.cache", "s", rounds.compare(0, 1), Goal.atMost(RATIO),
                            "the same against a start without a cache").reducedIf(scale.quick()),
                    Figure.plain("console.start.bytes", Files.size(cache) / (double) (1 << 20), "MiB",
                            "the cache on disk"));
        } finally {
            Scratch.delete(folder);
        }
    }

    /** Seconds until there was a window; waits until it is closed. */
    private static double start(Path home, Path folder, String part, String... flags)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(flags));
        Path console = home.resolve("console-app");
        command.addAll(List.of("@" + console.resolve("packaging/java.args"),
                "--module-path=" + console.resolve("target/modules"), "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Djava.awt.headless=true", "-cp",
                console.resolve("target/sentori.jar").toString(),
                "com.sentori.console.cli.Main", "window", "--folder=" + folder.resolve("kept"), "--rehearse=" + part));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("log").toFile()).start();
        double seconds = Double.NaN;
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("SHOWN")) {
                    seconds = (System.nanoTime() - begun) / 1e9;
                }
            }
        }
        if (process.waitFor() != 0 || Double.isNaN(seconds)) {
            throw new IOException("The console did not start:\n" + Files.readString(folder.resolve("log")));
        }
        return seconds;
    }
}
