package com.sentori.bench.site;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the figures were measured on, without telling where it stands. */
public final class Machine {
    private static final int PAGE = 8 * 1024;
    private static final int FLUSHES = 300;

    private Machine() {}

    /** Each line a fact. */
    public static List<String> describe() {
        return List.of(
                "%d processors shared by server, store and load generator; %s on %s.".formatted(
                        Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                        System.getProperty("os.arch")),
                "%s %s; servers with -Xmx512m.".formatted(System.getProperty("java.vm.name"),
                        System.getProperty("java.vm.version")));
    }

    /** How long the disk takes to make 8 KiB durable, in nanoseconds. */
    public static Histogram flushes(Path folder) throws IOException {
        Histogram histogram = new Histogram(3);
        Path file = folder.resolve("flushes");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
            for (int i = 0; i < FLUSHES; i++) {
                channel.write(page.clear(), (i % 64L) * PAGE);
                long from = System.nanoTime();
                channel.force(false);
                histogram.recordValue(System.nanoTime() - from);
            }
        }
        Files.delete(file);
        return histogram;
    }
}
