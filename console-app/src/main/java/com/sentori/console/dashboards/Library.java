package com.sentori.console.dashboards;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dashboards that come with the program: the very files that Grafana is provisioned with, in a folder for each source. Immutable. */
public final class Library {
    /** The folder of those for Prometheus. */
    public static final String PROMETHEUS = "prometheus";
    /** The folder of those for CloudWatch. */
    public static final String CLOUDWATCH = "cloudwatch";
    private static final String FOLDER = "provisioned";

    private final List<Entry> entries;

    /**
     * A dashboard and where it is from.
     *
     * @param dashboard as its file has it
     * @param translated the same in other languages, by their codes
     * @param family the folder of the source that it is for; empty for a file of somebody's own
     * @param file its name there, or its path
     */
    public record Entry(Dashboard dashboard, Map<String, Dashboard> translated, String family, String file) {
        /** Takes a copy. */
        public Entry {
            translated = Map.copyOf(translated);
        }

        /** Its dashboard in a language; as its file has it where it is not known in that one. */
        public Dashboard in(Locale locale) {
            return translated.getOrDefault(locale.getLanguage(), dashboard);
        }

        /** By which the command line knows it: {@code prometheus/run}. */
        public String id() {
            return family.isEmpty() ? file : family + "/" + dashboard.uid();
        }
    }

    private Library(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads them all.
     *
     * @throws IllegalStateException if the program is not whole
     */
    public static Library bundled() {
        List<Entry> all = new ArrayList<>();
        URL folder = Library.class.getResource(FOLDER);
        try {
            if (folder != null) {
                read(folder.toURI(), all);
            }
        } catch (IOException | URISyntaxException | DashboardException e) {
            throw new IllegalStateException("The dashboards of the program cannot be read: install it again.", e);
        }
        return new Library(all);
    }

    private static void read(URI folder, List<Entry> all) throws IOException, DashboardException {
        if (!folder.getScheme().equals("jar")) {
            read(Path.of(folder), all);
            return;
        }
        try (FileSystem archive = FileSystems.newFileSystem(URI.create(folder.toString().replaceFirst("!.*", "")),
                Map.of())) {
            read(archive.getPath(folder.toString().replaceFirst("^.*!", "")), all);
        }
    }

    private static void read(Path folder, List<Entry> all) throws IOException, DashboardException {
        for (String family : List.of(PROMETHEUS, CLOUDWATCH)) {
            Path place = folder.resolve(family);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
                    Map<String, Dashboard> translated = new HashMap<>();
                    for (Locale each : Words.OTHERS) {
                        translated.put(each.getLanguage(), DashboardFile.read(file, Words.in(each)));
                    }
                    all.add(new Entry(DashboardFile.read(file), translated, family, name(file)));
                }
            }
        }
        all.sort(Comparator.comparing(each -> each.dashboard().title()));
    }

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), "");
    }

    /**
     * One of somebody's own.
     *
     * @throws DashboardException if the file holds no dashboard
     * @throws IOException if it cannot be read
     */
    public static Entry open(Path file) throws DashboardException, IOException {
        return new Entry(DashboardFile.read(file), Map.of(), "", file.toString());
    }

    /** All, by their titles. */
    public List<Entry> entries() {
        return entries;
    }

    /** The one of this id; of one that names no source, the one for the source that is preferred, else any. */
    public Optional<Entry> find(String id, String preferred) {
        return entries.stream()
                .filter(each -> each.id().equals(id) || each.dashboard().uid().equals(id))
                .min(Comparator.comparing(each -> !each.family().equals(preferred)));
    }

    /** The same dashboard for Prometheus, in a language; null if it is that itself, or there is none. */
    public @Nullable Dashboard twin(Entry entry, Locale locale) {
        return entry.family().equals(CLOUDWATCH)
                ? entries.stream()
                        .filter(each -> each.family().equals(PROMETHEUS)
                                && each.dashboard().uid().equals(entry.dashboard().uid()))
                        .map(each -> each.in(locale))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
