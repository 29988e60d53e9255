package com.sentori.sandbox.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Processes of this machine: how to know one again, and how to end it. */
public final class Processes {
    /** The system derives a start from its clock, which may be set meanwhile. */
    private static final Duration CLOCK_CHANGE = Duration.ofSeconds(10);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(5);
    private static final Duration GONE = Duration.ofSeconds(5);

    private Processes() {}

    /** The process of this id if it runs, began at this time, and its program (a path) is the one. */
    public static Optional<ProcessHandle> find(long pid, Instant start, Predicate<String> program) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(begun -> Duration.between(begun, start).abs().compareTo(CLOCK_CHANGE) <= 0)
                        .orElse(false))
                .filter(process -> process.info().command().map(program::test).orElse(false));
    }

    /** Says so, and ends it. */
    public static void stopOrphan(String what, ProcessHandle orphan) {
        System.err.println(what + " of an earlier sandbox still runs as process " + orphan.pid() + ": it is stopped.");
        stop(orphan, ORPHAN_PATIENCE);
    }

    /** Asks a process to end and after so long makes it; returns when it and its children are gone. */
    public static void stop(ProcessHandle process, Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!ends(process, patience)) {
            process.destroyForcibly();
        }
        Stream.concat(Stream.of(process), children.stream()).forEach(one -> {
            if (!ends(one, GONE)) {
                one.destroyForcibly();
            }
        });
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
