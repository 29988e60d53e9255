package com.sentori.sandbox.logs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The logs of all functions in a folder, those of former days among them. Thread-safe. */
public final class LogGroups implements AutoCloseable {
    static final String SUFFIX = ".log";

    private final Path folder;
    private final Map<String, LogGroup> groups = new TreeMap<>();

    /** Of this folder, which is made if need be. */
    public LogGroups(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (String file : files.map(each -> String.valueOf(each.getFileName())).toList()) {
                if (file.endsWith(SUFFIX)) {
                    of(file.substring(0, file.length() - SUFFIX.length()));
                }
            }
        }
    }

    /** That of a function, new if there is none yet. */
    synchronized LogGroup of(String function) throws IOException {
        LogGroup group = groups.get(function);
        if (group == null) {
            group = new LogGroup(function, folder);
            groups.put(function, group);
        }
        return group;
    }

    /** By their names. */
    public synchronized List<LogGroup> all() {
        return List.copyOf(groups.values());
    }

    /** The one of this name. */
    public Optional<LogGroup> named(String name) {
        return all().stream().filter(group -> group.name().equals(name)).findFirst();
    }

    @Override
    public void close() throws IOException {
        for (LogGroup group : all()) {
            group.close();
        }
    }
}
