package com.sentori.console.backends;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the console keeps between two starts: the profiles, the theme and the language. A small JSON file in the
 * folder that the operating system has for it; never a secret.
 *
 * @param profiles the backends
 * @param dark the dark theme
 * @param language {@code en} or {@code fr}
 */
public record Settings(List<BackendProfile> profiles, boolean dark, String language) {
    /** Keeps its own copy. */
    public Settings {
        profiles = List.copyOf(profiles);
    }

    /** Where nothing was kept: no backend yet, light, the language of the system. */
    public static Settings standard() {
        return new Settings(List.of(), false, Locale.getDefault().getLanguage().equals("fr") ? "fr" : "en");
    }

    /** The folder for settings: XDG, Library or AppData. */
    public static Path folder() {
        Map<String, String> env = System.getenv();
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return Path.of(env.getOrDefault("APPDATA", home + "/AppData/Roaming"), "Sentori");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Sentori");
        }
        String xdg = env.get("XDG_CONFIG_HOME");
        return Path.of(xdg == null || xdg.isBlank() ? home + "/.config" : xdg, "sentori");
    }

    /** Reads the file; without one, or with a damaged one, the standard. */
    public static Settings load(Path folder) {
        try {
            @Nullable
            Settings kept = Json.read(Files.readAllBytes(file(folder)), Settings.class);
            return kept == null ? standard() : kept;
        } catch (IOException | JacksonException | NullPointerException e) {
            return standard();
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    public void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "settings", ".tmp");
        Files.write(draft, Json.bytes(this));
        try {
            Files.move(draft, file(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file(folder), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("settings.json");
    }
}
