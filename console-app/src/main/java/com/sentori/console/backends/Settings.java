package com.sentori.console.backends;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * What the console keeps between two starts: the profiles, the theme and the language. A small JSON file in the
 * folder that the operating system has for it; never a secret.
 *
 * @param profiles the backends
 * @param dark the dark theme
 * @param language {@code en} or {@code fr}
 * @param journalMebibytes the most that the journal of seen readings takes on disk
 */
public record Settings(List<BackendProfile> profiles, boolean dark, String language, long journalMebibytes) {
    private static final long STANDARD_JOURNAL = 2_048;
    /** What an older console kept lacks what it did not know. */
    private static final ObjectReader READER = Json.MAPPER.readerFor(Settings.class)
            .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Keeps its own copy; without a size for the journal, the standard one. */
    public Settings {
        profiles = List.copyOf(profiles);
        journalMebibytes = journalMebibytes <= 0 ? STANDARD_JOURNAL : journalMebibytes;
    }

    /** With a journal of the standard size. */
    public Settings(List<BackendProfile> profiles, boolean dark, String language) {
        this(profiles, dark, language, STANDARD_JOURNAL);
    }

    /** Where nothing was kept: no backend yet, light, the language of the system. */
    public static Settings standard() {
        return new Settings(List.of(), false, Locale.getDefault().getLanguage().equals("fr") ? "fr" : "en");
    }

    /** Reads the file; without one, or with a damaged one, the standard. A damaged one is kept as {@code settings-damaged.json}. */
    public static Settings load(Path folder) {
        try {
            @Nullable
            Settings kept = READER.readValue(Files.readAllBytes(file(folder)));
            return kept == null ? standard() : kept;
        } catch (JacksonException | NullPointerException e) {
            setAside(folder);
            return standard();
        } catch (IOException e) {
            return standard();
        }
    }

    /** What is saved next would take its place. */
    private static void setAside(Path folder) {
        try {
            Files.move(file(folder), folder.resolve("settings-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A folder that takes no file takes no new settings either.
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void save(Path folder) throws IOException {
        Folders.replace(file(folder), Json.bytes(this));
    }

    private static Path file(Path folder) {
        return folder.resolve("settings.json");
    }
}
