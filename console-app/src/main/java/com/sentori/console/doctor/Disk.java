package com.sentori.console.doctor;

import com.sentori.console.backends.Settings;
import com.sentori.console.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders, and what is kept in them. */
record Disk(Map<String, Path> folders, Path settings, Path data, long journalBytes) implements Check {
    private static final long LEAST = 256L << 20;

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        folders.forEach((name, folder) -> found.add(folder(name, folder)));
        found.add(space());
        found.add(Settings.isReadable(settings)
                ? Finding.ok("settings", "they can be read, or there are none yet")
                : Finding.problem("settings", "settings.json is damaged",
                        "Correct or delete it in " + settings + "; else the next start sets it aside."));
        found.add(store());
        return found;
    }

    private static Finding folder(String name, Path folder) {
        String check = name + " folder";
        Path there = existing(folder);
        if (there == null || !Files.isDirectory(there)) {
            return Finding.problem(check, folder + " cannot be made: there is a file in its way",
                    "Move that file away, or name another folder.");
        }
        try {
            Files.delete(Files.createTempFile(there, "sentori-doctor", ".tmp"));
            return Finding.ok(check, folder + (there.equals(folder) ? " can be written" : " will be made when needed"));
        } catch (IOException e) {
            return Finding.problem(check, there + " cannot be written", "Give yourself the right to write there.");
        }
    }

    private static @Nullable Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private Finding space() {
        Path there = existing(data);
        try {
            long free = there == null ? 0 : Files.getFileStore(there).getUsableSpace();
            String has = (free >> 20) + " MiB are free";
            if (free < LEAST) {
                return Finding.problem("disk", has, "Make room: below " + (LEAST >> 20) + " MiB runs are not safe.");
            }
            return free < journalBytes
                    ? Finding.hint("disk", has + ", and the journal may take " + (journalBytes >> 20),
                            "Make room, or lower journalMebibytes of the settings.")
                    : Finding.ok("disk", has);
        } catch (IOException e) {
            return Finding.problem("disk", "its free space cannot be read", "Look whether the disk is mounted.");
        }
    }

    private Finding store() {
        return switch (Journal.inspect(data)) {
            case NONE -> Finding.ok("store", "nothing was kept of runs yet");
            case SOUND -> Finding.ok("store", "readings.db can be read, all of it");
            case DAMAGED -> Finding.problem("store",
                    "readings.db is damaged: consoles open it read-only, as far as it can be read, and delete nothing",
                    "Move it from " + data + " to another place while no console runs; a new one is begun then.");
        };
    }
}
