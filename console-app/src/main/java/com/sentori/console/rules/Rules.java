package com.sentori.console.rules;

import com.sentori.console.backends.Folders;
import com.sentori.console.rules.RuleFault.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, and the file that they are kept in; nowhere for a console that keeps nothing. A file that is wrong changes nothing: what was read last
 * stays in force, and the file stays as it is until a rule is saved, which sets it aside first. Any thread; waits for the disk but for {@link #inForce}.
 */
public final class Rules {
    /** The name of the file. */
    public static final String FILE = "alarms.yaml";
    private static final long LONGEST = 1 << 20;

    private final @Nullable Path file;
    private volatile List<Rule> inForce = List.of();
    private volatile @Nullable RuleFault fault;
    private @Nullable Stamp seen;
    private boolean known;

    private Rules(@Nullable Path file) {
        this.file = file;
    }

    /** Those in the file of a folder; none yet without one. */
    public static Rules in(@Nullable Path folder) {
        return of(folder == null ? null : folder.resolve(FILE));
    }

    /** Those in a file; none yet without one. */
    public static Rules of(@Nullable Path file) {
        Rules rules = new Rules(file);
        rules.look();
        return rules;
    }

    /** The rules in force. */
    public List<Rule> inForce() {
        return inForce;
    }

    /** Where they are kept; null for nowhere. */
    public @Nullable Path file() {
        return file;
    }

    /** Why the file is not what is in force; null if it is. */
    public @Nullable RuleFault fault() {
        return fault;
    }

    /** Looks whether somebody has changed the file, and takes it up if it is right. */
    public synchronized void look() {
        Path kept = file;
        if (kept == null) {
            return;
        }
        Stamp now = Stamp.of(kept);
        if (now == null) {
            if (known) {
                seen = null;
                fault = wrong(kept, Why.GONE, "");
            }
            return;
        }
        if (!now.equals(seen)) {
            seen = now;
            read(kept);
        }
    }

    private void read(Path kept) {
        try {
            if (Files.size(kept) > LONGEST) {
                fault = wrong(kept, Why.TOO_LARGE, "");
                return;
            }
            inForce = List.copyOf(RuleText.read(Files.readString(kept), String.valueOf(kept.getFileName())));
            known = true;
            fault = null;
        } catch (RuleException e) {
            fault = e.fault();
        } catch (IOException e) {
            fault = wrong(kept, Why.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static RuleFault wrong(Path kept, Why why, String about) {
        return new RuleFault(String.valueOf(kept.getFileName()), 0, "", why, List.of(about));
    }

    /**
     * Changes the rules: those that are in the file now, if somebody has changed it meanwhile.
     *
     * @return where the file was set aside, because it was wrong; null if it was right
     * @throws IOException if it cannot be written; then nothing has changed
     */
    public synchronized @Nullable Path edit(UnaryOperator<List<Rule>> change) throws IOException {
        look();
        List<Rule> next = List.copyOf(change.apply(inForce));
        if (next.size() > Rule.MOST) {
            throw new IOException("There may be at most " + Rule.MOST + " rules.");
        }
        Path kept = file;
        if (kept == null) {
            inForce = next;
            return null;
        }
        if (next.equals(inForce)) {
            return null;
        }
        Path aside = null;
        if (fault != null && Files.exists(kept)) {
            aside = free(kept);
            Files.move(kept, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.replace(kept, RuleText.write(next).getBytes(StandardCharsets.UTF_8));
        seen = Stamp.of(kept);
        known = true;
        fault = null;
        inForce = next;
        return aside;
    }

    /** A name that nothing has: what somebody wrote is never overwritten. */
    private static Path free(Path kept) {
        for (int i = 1;; i++) {
            Path name = kept.resolveSibling("alarms-damaged-" + i + ".yaml");
            if (!Files.exists(name)) {
                return name;
            }
        }
    }

    /** By what it is told that a file was changed. */
    private record Stamp(FileTime modified, long size, @Nullable Object key) {
        private static @Nullable Stamp of(Path file) {
            try {
                BasicFileAttributes all = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(all.lastModifiedTime(), all.size(), all.fileKey());
            } catch (IOException e) {
                return null;
            }
        }
    }
}
