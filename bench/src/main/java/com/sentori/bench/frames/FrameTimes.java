package com.sentori.bench.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long frames took, from one that was shown to the next.
 *
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 * @param missed pulses that did not come, in percent of those that were due at 60 a second
 * @param frames that were counted
 */
public record FrameTimes(double p50, double p95, double p99, double missed, long frames) {
    private static final String HEAPS = "-Xmx3g";

    /** How many pulses there are. */
    public enum Pulses {
        /** Sixty a second, as on a screen. */
        SIXTY,
        /** As many as are done, so that a frame's time is seen and not the time between pulses. */
        FLAT_OUT
    }

    /**
     * Lets a chart draw in a process of its own.
     *
     * @param chart {@code engine, zoom, linechart, canvas}
     * @param patience after which the process is ended
     * @return null if no frame came in that time
     */
    public static @Nullable FrameTimes of(String chart, int series, int points, Duration warmUp, Duration length,
            Pulses pulses, Duration patience) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                        "-Djava.awt.headless=true", HEAPS));
        if (pulses == Pulses.FLAT_OUT) {
            command.add("-Djavafx.animation.pulse=1000");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FrameRun.class.getName(), chart,
                Integer.toString(series), Integer.toString(points), Long.toString(warmUp.toMillis()),
                Long.toString(length.toMillis())));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
            return process.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("FRAMES "))
                    .map(FrameTimes::parse)
                    .findFirst()
                    .orElseThrow(() -> new IOException("The process that draws " + chart + " told no figures."));
        } finally {
            process.destroyForcibly();
        }
    }

    static FrameTimes parse(String line) {
        String[] words = line.split(" ");
        return new FrameTimes(Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]),
                Double.parseDouble(words[4]), Long.parseLong(words[5]));
    }
}
