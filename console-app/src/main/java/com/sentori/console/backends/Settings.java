package com.sentori.console.backends;

import com.sentori.contract.json.Json;
import com.sentori.contract.json.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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
        } catch (JacksonException | IllegalArgumentException e) {
            setAside(folder);
            return standard();
        }
    }

    /** The same, but changes nothing. */
    public static Settings peek(Path folder) {
        try {
            return read(folder);
        } catch (JacksonException | IllegalArgumentException e) {
            return standard();
        }
    }

    /** Whether they can be read, or there are none. */
    public static boolean isReadable(Path folder) {
        try {
            read(folder);
            return true;
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether there are any. */
    public static boolean areKept(Path folder) {
        return Files.exists(file(folder));
    }

    private static Settings read(Path folder) {
        try {
            return of(JsonTree.of(Files.readAllBytes(file(folder))));
        } catch (IOException e) {
            return standard();
        }
    }

    /** By hand: the start waits for it, and the mapper takes a tenth of a second to learn how records are made. What an older console kept lacks what it did not know. */
    private static Settings of(JsonNode kept) {
        List<BackendProfile> profiles = new ArrayList<>();
        for (JsonNode each : kept.required("profiles")) {
            profiles.add(BackendProfile.of(each.required("name").stringValue(), each.required("url").stringValue())
                    .with(telemetry(each.path("telemetry"))));
        }
        return new Settings(profiles, appearance(kept), kept.path("scale").intValue(SMALLEST),
                kept.path("language").stringValue(SYSTEM_LANGUAGE), kept.path("journalMebibytes").longValue(0),
                kept.path("certificates").stringValue(""),
                Keeping.valueOf(kept.path("tokens").stringValue(Keeping.KEYCHAIN.name())),
                kept.path("silentDesktop").booleanValue(false));
    }

    /** An older console knew but light and dark. */
    private static Appearance appearance(JsonNode kept) {
        JsonNode dark = kept.path("dark");
        Appearance first = !dark.isBoolean()
                ? Appearance.SYSTEM
                : dark.booleanValue() ? Appearance.DARK : Appearance.LIGHT;
        return Appearance.valueOf(kept.path("appearance").stringValue(first.name()));
    }

    private static Telemetry telemetry(JsonNode kept) {
        JsonNode place = kept.path("cloudWatch");
        return new Telemetry(address(kept.path("prometheus")), place.isObject()
                ? new Telemetry.CloudWatch(place.path("region").stringValue(""), place.path("profile").stringValue(""),
                        address(place.path("endpoint")), place.path("stack").stringValue(""))
                : null);
    }

    private static @Nullable URI address(JsonNode kept) {
        return kept.isString() ? URI.create(kept.stringValue()) : null;
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
