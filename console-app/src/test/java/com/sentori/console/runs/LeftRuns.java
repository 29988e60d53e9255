package com.sentori.console.runs;

import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run as it is left behind by a console that is killed: what it keeps on disk in mid-run is copied to another folder. Until it is closed, the
 * first console goes on with it; its sensors are so slow that it has nothing to say.
 */
public final class LeftRuns implements AutoCloseable {
    private static final Order SLOW = Order.of(new Order.Form(2, 1 / 60.0, Waveform.SINE), Duration.ofMinutes(5), 7,
            List.of());

    private final RunSession session;
    private final Path folder;

    private LeftRuns(RunSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /** Leaves a run behind in a folder, of which another one is used here. */
    public static LeftRuns leave(Path used, Path left, BackendClient... backends) throws Exception {
        RunSession session = RunSession.start(List.of(backends), SLOW, new Records(used), (_, _, _) -> {},
                Clock.systemUTC());
        await().until(() -> session.drives().stream().allMatch(drive -> drive.progress().acknowledged() > 0));
        copy(used, left);
        return new LeftRuns(session, left);
    }

    /** A half's run. */
    public Run run(int half) {
        return session.drives().get(half).progress().run();
    }

    /** Takes away what of a half was left on disk, but not the mark of how much that was. */
    public void damage(int half) throws IOException {
        String spool = "spool-" + run(half).id();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().contains(spool))
                    .filter(each -> each.toString().endsWith(".seg"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** The first console stops too, and waits until it has. */
    @Override
    public void close() {
        session.stop();
        try {
            session.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
