package com.sentori.console.terraform;

import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The file of a plan, which holds secrets: alone in a folder that nobody else may enter, and gone when it is closed. */
final class PlanFile implements AutoCloseable {
    private static final String FILE = "plan";
    private static final String NOTE = "note.json";
    private static final String PREFIX = "plan-";

    private final Path folder;

    private PlanFile(Path folder) {
        this.folder = folder;
    }

    /** A new one in a folder, which is made if it is not there. */
    static PlanFile in(Path parent) throws IOException {
        ownFolder(parent);
        return new PlanFile(Files.createTempDirectory(parent, PREFIX, forTheOwner()));
    }

    /** Makes a folder that nobody else may enter, if it is not there. */
    static void ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder, forTheOwner());
    }

    private static FileAttribute<?>[] forTheOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    Path path() {
        return folder.resolve(FILE);
    }

    /** By which exactly this plan is approved: it is told from every other one. */
    String id() throws IOException {
        return Fingerprint.of(path()).substring(0, 16);
    }

    /** Keeps beside it what it was made from, so that another process can apply it. */
    void note(Note note) throws IOException {
        Folders.replace(folder.resolve(NOTE), Json.bytes(note));
    }

    /** What was noted; null without. */
    @Nullable
    Note note() throws IOException {
        try {
            return Files.exists(folder.resolve(NOTE))
                    ? Json.read(Files.readAllBytes(folder.resolve(NOTE)), Note.class)
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Those that were left in a folder. */
    static List<PlanFile> all(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(each -> String.valueOf(each.getFileName()).startsWith(PREFIX))
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(PlanFile::new)
                    .toList();
        }
    }

    /** Deletes it. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It is gone already, or the disk is: the next plan of this environment tries again.
        }
    }

    /**
     * What a plan was made from.
     *
     * @param id of the plan
     * @param mark the state
     * @param configuration its fingerprint
     * @param made when
     */
    record Note(String id, StateMark mark, String configuration, Instant made) {}
}
