package com.sentori.console.alarms;

import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The file in which alarms are kept between two starts; nowhere for a console that keeps nothing. Not for two threads at once. */
public final class AlarmFile {
    private static final long LONGEST = 64 << 20;

    private final Alarms alarms;
    private final @Nullable Path file;
    private long written;

    private AlarmFile(Alarms alarms, @Nullable Path file) {
        this.alarms = alarms;
        this.file = file;
    }

    /**
     * Takes up what a folder has, if there is one. Once the rules are in force, before anything is watched.
     *
     * @throws IOException if it is damaged; it was set aside then, and the alarms begin without
     */
    public static AlarmFile restore(Alarms alarms, @Nullable Path folder) throws IOException {
        AlarmFile kept = none(alarms, folder);
        kept.read();
        kept.written = alarms.revision();
        return kept;
    }

    /** Begins without what a folder has. */
    public static AlarmFile none(Alarms alarms, @Nullable Path folder) {
        return new AlarmFile(alarms, folder == null ? null : folder.resolve("alarms-state.json"));
    }

    private void read() throws IOException {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + " is too long.");
            }
            alarms.restore(Json.read(Files.readAllBytes(file), AlarmState.class));
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            Files.move(file, file.resolveSibling("alarms-state-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("The alarms in " + file + " are damaged.", e);
        }
    }

    /**
     * Writes what is new, whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void write() throws IOException {
        long now = alarms.revision();
        if (file != null && now != written) {
            Folders.replace(file, Json.bytes(alarms.state()));
            written = now;
        }
    }
}
