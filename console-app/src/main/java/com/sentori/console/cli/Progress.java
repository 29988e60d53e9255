package com.sentori.console.cli;

import com.sentori.console.runs.Drive;
import com.sentori.console.runs.RunSession;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line about what is going on, written anew every second: on a terminal only. */
final class Progress implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final @Nullable Thread writer;

    private Progress(Supplier<String> line, PrintWriter out, boolean shown) {
        this.writer = shown ? Thread.ofVirtual().name("progress").start(() -> write(line, out)) : null;
    }

    static Progress show(Supplier<String> line, PrintWriter out) {
        return new Progress(line, out,
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    private void write(Supplier<String> line, PrintWriter out) {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                out.print("\r\u001b[K" + line.get());
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.print("\r\u001b[K");
        out.flush();
    }

    /** About a session. */
    static String line(RunSession session) {
        return session.drives()
                .stream()
                .map(drive -> line(drive, session.plan().total()))
                .collect(
                        Collectors.joining("   "));
    }

    private static String line(Drive drive, long total) {
        Drive.Progress at = drive.progress();
        String figures = String.format(Locale.ROOT, "%s: %s, %d of %d stored, %d ms behind",
                drive.backend().profile().name(), at.phase().name().toLowerCase(Locale.ROOT), at.acknowledged(),
                total, at.late().toMillis());
        return at.note() == null ? figures : figures + " (" + at.note() + ")";
    }

    @Override
    public void close() {
        closed.countDown();
        if (writer != null) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
