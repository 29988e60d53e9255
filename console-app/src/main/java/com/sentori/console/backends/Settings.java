package com.sentori.console.backends;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the console keeps between two starts: the profiles and how the window looks and speaks. A small JSON file in the
 * folder that the operating system has for it; never a secret.
 *
 * @param profiles the backends
 * @param appearance how the window looks
 * @param scale how large everything is, in percent, {@value #SMALLEST} to {@value #LARGEST}
 * @param language {@code en}, {@code fr}, or {@value #SYSTEM_LANGUAGE}
 * @param journalMebibytes the most that the journal of seen readings takes on disk
 * @param tokens where tokens are kept
 * @param certificates a file of certificates (PEM) that are trusted beside the system's; empty without
 * @param silentDesktop whether the desktop is told nothing of alarms
 */
public record Settings(List<BackendProfile> profiles, Appearance appearance, int scale, String language,
        long journalMebibytes, String certificates, Keeping tokens, boolean silentDesktop) {
    /** The language of the operating system. */
    public static final String SYSTEM_LANGUAGE = "system";
    /** Percent. */
    public static final int SMALLEST = 100;
    /** Percent. */
    public static final int LARGEST = 200;

    private static final long STANDARD_JOURNAL = 2_048;
    private static final String DARK = "dark";
    /** Keeps its own copy; what is missing or out of its range is as at first. */
    public Settings {
        profiles = List.copyOf(profiles);
        appearance = Objects.requireNonNullElse(appearance, Appearance.SYSTEM);
        language = Objects.requireNonNullElse(language, SYSTEM_LANGUAGE);
        certificates = Objects.requireNonNullElse(certificates, "");
        tokens = Objects.requireNonNullElse(tokens, Keeping.KEYCHAIN);
        scale = Math.clamp(scale, SMALLEST, LARGEST);
        journalMebibytes = journalMebibytes <= 0 ? STANDARD_JOURNAL : journalMebibytes;
    }

    /** Light or dark, and the rest as at first. */
    public Settings(List<BackendProfile> profiles, boolean dark, String language) {
        this(profiles, dark ? Appearance.DARK : Appearance.LIGHT, SMALLEST, language, STANDARD_JOURNAL, "",
                Keeping.KEYCHAIN);
    }

    /** All that was chosen, and the desktop is told of alarms. */
    public Settings(List<BackendProfile> profiles, Appearance appearance, int scale, String language,
            long journalMebibytes, String certificates, Keeping tokens) {
        this(profiles, appearance, scale, language, journalMebibytes, certificates, tokens, false);
    }

    /** Where nothing was kept: no backend yet, look and language of the system. */
    public static Settings standard() {
        return new Settings(List.of(), Appearance.SYSTEM, SMALLEST, SYSTEM_LANGUAGE, STANDARD_JOURNAL, "",
                Keeping.KEYCHAIN);
    }

    /** A language as it was set; the system's own, if that is wanted. */
    public static Locale locale(String language) {
        return language.equals(SYSTEM_LANGUAGE) ? Locale.getDefault() : Locale.of(language);
    }

    /** The same with other backends. */
    public Settings with(List<BackendProfile> others) {
        return new Settings(others, appearance, scale, language, journalMebibytes, certificates, tokens,
                silentDesktop);
    }

    /** Reads the file; without one, or with a damaged one, the standard. A damaged one is kept as {@code settings-damaged.json}. */
    public static Settings load(Path folder) {
        try {
            return read(folder);
        } catch (JacksonException | NullPointerException e) {
            setAside(folder);
            return standard();
        }
    }

    /** The same, but changes nothing. */
    public static Settings peek(Path folder) {
        try {
            return read(folder);
        } catch (JacksonException | NullPointerException e) {
            return standard();
        }
    }

    /** Whether they can be read, or there are none. */
    public static boolean isReadable(Path folder) {
        try {
            read(folder);
            return true;
        } catch (JacksonException | NullPointerException e) {
            return false;
        }
    }

    /** Whether there are any. */
    public static boolean areKept(Path folder) {
        return Files.exists(file(folder));
    }

    private static Settings read(Path folder) {
        try {
            @Nullable
            Settings read = Reading.READER.readValue(upToDate(Json.MAPPER.readTree(Files.readAllBytes(file(folder)))));
            return read == null ? standard() : read;
        } catch (IOException e) {
            return standard();
        }
    }

    /** An older console knew but light and dark. */
    private static JsonNode upToDate(JsonNode kept) {
        if (kept instanceof ObjectNode object && object.path("appearance").isMissingNode() && object.has(DARK)) {
            object.put("appearance",
                    (object.path(DARK).asBoolean(false) ? Appearance.DARK : Appearance.LIGHT).name());
        }
        return kept;
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

    /** Apart, as it takes long to make: who only asks whether there are settings does not wait for it. */
    private static final class Reading {
        /** What an older console kept lacks what it did not know. */
        static final ObjectReader READER = Json.MAPPER.readerFor(Settings.class)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

        private Reading() {}
    }
}
