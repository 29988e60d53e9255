package com.sentori.console.backends;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Where the operating system wants a program's files: XDG, Library or AppData. */
public final class Folders {
    /** The name of the folder for settings. */
    public static final String CONFIG = "config";
    /** The name of the folder for what is kept of runs. */
    public static final String DATA = "data";

    private static final String NAME = "Sentori";

    private Folders() {}

    /** For settings. */
    public static Path settings() {
        return folder("APPDATA", "AppData/Roaming", "XDG_CONFIG_HOME", ".config");
    }

    /** For what the program keeps of runs: what was seen, and what it drives itself; another one by {@code -Dsentori.data}. */
    public static Path data() {
        String given = System.getProperty("sentori.data", "");
        return given.isBlank() ? standardData() : Path.of(given);
    }

    /** For what can be made anew; nothing is kept there at present. */
    public static Path cache() {
        return isMac()
                ? Path.of(home(), "Library", "Caches", NAME)
                : folder("LOCALAPPDATA", "AppData/Local", "XDG_CACHE_HOME", ".cache");
    }

    /** For what tells how the program went; nothing is kept there at present: the log goes to stderr. */
    public static Path state() {
        return isMac()
                ? Path.of(home(), "Library", "Logs", NAME)
                : folder("LOCALAPPDATA", "AppData/Local", "XDG_STATE_HOME", ".local/state");
    }

    /** All of them by their names: {@value #CONFIG}, {@value #DATA}, {@code cache}, {@code state}. */
    public static Map<String, Path> all() {
        Map<String, Path> all = new LinkedHashMap<>();
        all.put(CONFIG, settings());
        all.put(DATA, data());
        all.put("cache", cache());
        all.put("state", state());
        return all;
    }

    private static boolean isMac() {
        return os().contains("mac");
    }

    private static String os() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String home() {
        return System.getProperty("user.home", ".");
    }

    /**
     * Writes a file whole or not at all, and its folder if there is none.
     *
     * @throws IOException if the folder cannot be written
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "folder"));
        Path draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".tmp");
        Files.write(draft, bytes);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path standardData() {
        return folder("LOCALAPPDATA", "AppData/Local", "XDG_DATA_HOME", ".local/share");
    }

    private static Path folder(String windows, String windowsStandard, String xdg, String xdgStandard) {
        Map<String, String> env = System.getenv();
        String home = home();
        if (os().contains("win")) {
            return Path.of(env.getOrDefault(windows, home + "/" + windowsStandard), NAME);
        }
        if (isMac()) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        String named = Objects.requireNonNullElse(env.get(xdg), "");
        return Path.of(named.isBlank() ? home + "/" + xdgStandard : named, "sentori");
    }
}
