package com.sentori.sandbox.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that must run: started again, with a growing pause, when it ends without being asked to. What it
 * prints goes to stderr with its name before each line. Thread-safe.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final ProcessBuilder builder;
    private final PidFile pidFile;
    private final Backoff backoff = new Backoff();
    private final Object lock = new Object();
    private @Nullable Process process;
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * Starts it.
     *
     * @param name for people
     * @param command and its arguments; no secrets, everyone on the machine can read them
     * @param environment instead of ours where a name begins with {@code SPRING_}, {@code SERVER_},
     *            {@code MANAGEMENT_} or {@code SENTORI_}, else added to it; secrets go here
     * @param folder in which it runs
     * @param pidFile where its process is noted
     */
    public ServerProcess(String name, List<String> command, Map<String, String> environment, Path folder,
            PidFile pidFile) throws IOException {
        this.name = name;
        this.builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        this.builder.environment().keySet().removeIf(key -> key.matches("(?i)(SPRING|SERVER|MANAGEMENT|SENTORI)_.*"));
        this.builder.environment().putAll(environment);
        this.pidFile = pidFile;
        start();
    }

    private void start() throws IOException {
        synchronized (lock) {
            if (ending.getCount() == 0) {
                return;
            }
            Process started = builder.start();
            pidFile.write(started.toHandle());
            long startedAt = System.nanoTime();
            // Not a virtual thread: reading a pipe keeps the carrier, of which there are as few as cores.
            Thread.ofPlatform().name(name + "-log").daemon().start(() -> pump(started));
            Thread.ofVirtual().name(name + "-watch").start(() -> watch(started, startedAt));
            process = started;
        }
    }

    private void watch(Process started, long startedAt) {
        try {
            int code = started.waitFor();
            if (ending.getCount() == 0) {
                return;
            }
            Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - startedAt));
            System.err.println(name + " ended by itself (exit code " + code + "): it is started again in "
                    + pause.toMillis() + " ms.");
            if (!ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                start();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println(name + " cannot be started again (" + e.getMessage() + "): restart the sandbox.");
        }
    }

    private void pump(Process source) {
        try (BufferedReader lines = source.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println(name + " | " + line);
            }
        } catch (IOException e) {
            // The process has ended, and with it what it prints.
        }
    }

    /** From now on it may end. */
    public void expectEnd() {
        ending.countDown();
    }

    /** Ends it: politely, and after five seconds by force. */
    @Override
    public void close() throws IOException {
        expectEnd();
        Process last;
        synchronized (lock) {
            last = process;
        }
        if (last != null) {
            Processes.stop(last.toHandle(), PATIENCE);
        }
        pidFile.delete();
    }
}
