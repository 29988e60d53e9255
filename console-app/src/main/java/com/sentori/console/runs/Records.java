package com.sentori.console.runs;

import com.sentori.console.backends.Folders;
import com.sentori.console.scenarios.Recordings;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The runs that this machine drives or has driven, a folder each: its record, its latencies and, until it has ended, its spools. The
 * newest {@value #MOST} of those that are over are kept. Thread-safe; several consoles may share the folder.
 */
public final class Records {
    /** The most that are kept of runs that are over. */
    static final int MOST = 100;
    private static final String RUNS = "runs";

    private final Path folder;
    private final Recordings recordings;

    /** In a folder, which is made when it is needed. */
    public Records(Path folder) {
        this.folder = folder;
        this.recordings = new Recordings(folder.resolve("recordings"));
    }

    /** Reads scenarios, and keeps what they replay. */
    public Scenarios scenarios() {
        return new Scenarios(recordings);
    }

    /**
     * Keeps a scenario that is known by its text alone, so that it can be chosen.
     *
     * @throws IOException if the folder cannot be written
     */
    public Path keepScenario(String text) throws IOException {
        Path file = folder.resolve("scenarios")
                .resolve("again-" + Integer.toHexString(text.hashCode()) + ".yaml");
        Folders.replace(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** Makes the folder of a new run. */
    RunFolder create(String session) throws IOException {
        prune();
        Path own = Files.createDirectories(folder.resolve(RUNS).resolve(session));
        return new RunFolder(own, lock(own).orElseThrow(() -> new IOException(own + " is in use.")));
    }

    /** Runs that were not over when their console ended, oldest first, as far as no other console goes on with them. */
    public List<Abandoned> abandoned() throws IOException {
        List<Abandoned> found = new ArrayList<>();
        for (Path own : folders()) {
            RunRecord record = read(own);
            if (record != null && !record.isOver() && isFree(own)) {
                found.add(new Abandoned(own, record));
            }
        }
        found.sort(Comparator.comparing(abandoned -> abandoned.record.origin()));
        return found;
    }

    /** What is kept of a run that this machine has driven, or drives; empty if nothing is. */
    public Optional<Driven> driven(String runId) throws IOException {
        for (Path own : folders()) {
            RunRecord record = read(own);
            if (record != null) {
                for (RunRecord.Half half : record.halves()) {
                    if (half.run().id().equals(runId)) {
                        return Optional.of(new Driven(own, record, half));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Takes over a run; empty if another console was faster. */
    Optional<RunFolder> takeOver(Abandoned abandoned) throws IOException {
        Optional<FileLock> lock = lock(abandoned.folder);
        return lock.map(own -> new RunFolder(abandoned.folder, own));
    }

    private void prune() throws IOException {
        List<Path> over = new ArrayList<>();
        for (Path own : folders()) {
            RunRecord record = read(own);
            if (record != null && record.isOver()) {
                over.add(own);
            }
        }
        // Session names say nothing of their age.
        over.sort(Comparator.comparingLong((Path own) -> own.resolve(RunFolder.RECORD).toFile().lastModified()));
        for (Path old : over.subList(0, Math.max(0, over.size() - MOST + 1))) {
            RunFolder.delete(old);
        }
    }

    private List<Path> folders() throws IOException {
        Path runs = folder.resolve(RUNS);
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(runs)) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private static @Nullable RunRecord read(Path own) {
        try {
            return Json.read(Files.readAllBytes(own.resolve(RunFolder.RECORD)), RunRecord.class);
        } catch (IOException | JacksonException | NullPointerException e) {
            // Not begun yet, or another version's.
            return null;
        }
    }

    private static boolean isFree(Path own) throws IOException {
        Optional<FileLock> lock = lock(own);
        if (lock.isPresent()) {
            lock.get().acquiredBy().close();
        }
        return lock.isPresent();
    }

    private static Optional<FileLock> lock(Path own) throws IOException {
        FileChannel channel = FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(lock);
            }
        } catch (OverlappingFileLockException e) {
            // Driven by this very process.
        }
        channel.close();
        return Optional.empty();
    }

    /** A run that was not over when its console ended. */
    public static final class Abandoned {
        private final Path folder;
        private final RunRecord record;

        private Abandoned(Path folder, RunRecord record) {
            this.folder = folder;
            this.record = record;
        }

        RunRecord record() {
            return record;
        }

        /** The key of its start. */
        public String session() {
            return record.session();
        }

        /** Its halves that were not over. */
        List<RunRecord.Half> halves() {
            return record.halves().stream().filter(half -> half.end() == null).toList();
        }

        /** The addresses of their backends. */
        public List<String> urls() {
            return halves().stream().map(RunRecord.Half::url).toList();
        }

        /** The names of their backends. */
        public List<String> backends() {
            return halves().stream().map(RunRecord.Half::backend).toList();
        }

        /** The ids of their runs. */
        public List<String> runIds() {
            return halves().stream().map(half -> half.run().id()).toList();
        }

        /** When the sensors began. */
        public Instant begin() {
            return record.origin();
        }
    }
}
