package com.sentori.console.watchdog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a thread was ready to run and had no processor, by the account of a Linux kernel: the second figure of {@code /proc/…/schedstat} (the kernel's
 * {@code Documentation/scheduler/sched-stats.rst}). Any thread may ask.
 */
final class RunQueue {
    private static final Path SELF = Path.of("/proc/thread-self");
    /** So much of a name the kernel keeps. */
    private static final int KEPT = 15;

    private final @Nullable Path account;

    private RunQueue(@Nullable Path account) {
        this.account = account;
    }

    /** Of the thread that calls. */
    static RunQueue ofThisThread() {
        try {
            Path account = Path.of("/proc").resolve(Files.readSymbolicLink(SELF)).resolve("schedstat");
            return new RunQueue(Files.isReadable(account) ? account : null);
        } catch (IOException | UnsupportedOperationException e) {
            return new RunQueue(null);
        }
    }

    /** Of the first thread of this process that has this name, as far as the kernel keeps it; of none if there is no such thread. */
    static RunQueue ofThread(String name) {
        String known = name.substring(0, Math.min(name.length(), KEPT));
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return new RunQueue(threads.filter(thread -> known.equals(nameOf(thread)))
                    .map(thread -> thread.resolve("schedstat"))
                    .filter(Files::isReadable)
                    .findFirst()
                    .orElse(null));
        } catch (IOException | UncheckedIOException e) {
            return new RunQueue(null);
        }
    }

    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            // It has ended.
            return "";
        }
    }

    /** Nanoseconds since the thread began; 0 where nobody counts them. */
    long waitedNanos() {
        if (account == null) {
            return 0;
        }
        try {
            return Long.parseLong(Files.readString(account).split(" ", -1)[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0;
        }
    }
}
