package com.sentori.console.watchdog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How long a thread was ready to run and had no processor, by the account of a Linux kernel: the second figure of {@code /proc/…/schedstat} (the kernel's
 * {@code Documentation/scheduler/sched-stats.rst}). Any thread may ask.
 */
final class RunQueue {
    private static final Path SELF = Path.of("/proc/thread-self");

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
