package com.sentori.console.layouts;

import com.sentori.console.backends.Folders;
import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLayout;
import com.sentori.console.live.LiveLayout;
import com.sentori.console.stage.Place;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The files in which the layout is kept, and those that have a name; nowhere for a console that begins without and leaves none. */
public final class Layouts {
    private static final long LONGEST = 4 << 20;
    private final @Nullable Path file;
    private final @Nullable Path namedFile;
    /** Those that have a name, where nothing is kept. */
    private NamedLayouts session = NamedLayouts.NONE;

    private Layouts(@Nullable Path folder) {
        file = folder == null ? null : folder.resolve("layout.json");
        namedFile = folder == null ? null : folder.resolve("layouts.json");
    }

    /** In this folder; nowhere without one. */
    public static Layouts in(@Nullable Path folder) {
        return new Layouts(folder);
    }

    /** Reads nothing, writes nothing: what is kept stays as it is. */
    public static Layouts none() {
        return new Layouts(null);
    }

    /**
     * What was kept; empty if nothing was.
     *
     * @throws IOException if it cannot be read, or is damaged; it was set aside then, as far as that is possible
     */
    Optional<Layout> read() throws IOException {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(file));
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            Files.move(file, file.resolveSibling("layout-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("The layout in " + file + " is damaged.", e);
        }
    }

    private static Layout parse(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long.");
        }
        return of(JsonTree.of(Files.readAllBytes(file)));
    }

    /** By hand, as the settings are: the start waits for it. What few layouts have is left to the mapper. */
    private static Layout of(JsonNode kept) {
        JsonNode window = kept.path("window");
        return new Layout(kept.required("version").intValue(), window.isObject()
                ? new Layout.Size(window.required("width").doubleValue(), window.required("height").doubleValue(),
                        window.required("maximised").booleanValue())
                : null, Place.valueOf(kept.required("place").stringValue()), live(kept.required("live")));
    }

    private static LiveLayout live(JsonNode kept) {
        JsonNode charts = kept.path("charts");
        JsonNode sensor = kept.path("sensor");
        return new LiveLayout(charts.isObject() ? charts(charts) : null, kept.required("comparison").booleanValue(),
                kept.required("table").booleanValue(), sensor.isString() ? sensor.stringValue() : null,
                kept.required("sensorsWidth").doubleValue(), kept.required("comparisonWidth").doubleValue(),
                runs(kept.required("runs")), notes(kept.required("notes")));
    }

    private static List<LiveLayout.RunOn> runs(JsonNode kept) {
        return kept.asArray()
                .valueStream()
                .map(each -> new LiveLayout.RunOn(each.required("backend").stringValue(),
                        each.required("run").stringValue()))
                .toList();
    }

    private static ChartLayout charts(JsonNode kept) {
        if (!Stream.of("scales", "thresholds", "annotations").allMatch(each -> kept.required(each).isEmpty())) {
            return Json.MAPPER.treeToValue(kept, ChartLayout.class);
        }
        return new ChartLayout(kept.required("version").intValue(), number(kept.path("followMillis")),
                number(kept.path("from")), number(kept.path("to")), Map.of(), strings(kept.required("logarithmic")),
                strings(kept.required("hidden")), List.of(), List.of(), kept.required("utc").booleanValue());
    }

    private static @Nullable Long number(JsonNode kept) {
        return kept.isNumber() ? kept.longValue() : null;
    }

    private static Set<String> strings(JsonNode kept) {
        return kept.asArray().valueStream().map(JsonNode::stringValue).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<Annotation>> notes(JsonNode kept) {
        Map<String, List<Annotation>> notes = new LinkedHashMap<>();
        kept.asObject()
                .forEachEntry((run, all) -> notes.put(run,
                        all.asArray()
                                .valueStream()
                                .map(each -> Json.MAPPER.treeToValue(each, Annotation.class))
                                .toList()));
        return notes;
    }

    /** Reads as {@link #read} does, changes nothing and tells nothing: whoever reads next waits less. Any thread. */
    public void peek() {
        try {
            if (file != null && Files.exists(file)) {
                parse(file);
            }
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            // Whoever reads it says so.
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    void write(Layout layout) throws IOException {
        if (file != null) {
            Folders.replace(file, Json.bytes(layout));
        }
    }

    /**
     * Those that have a name. Any thread.
     *
     * @throws IOException if they cannot be read, or are damaged; they were set aside then, as far as that is possible
     */
    synchronized NamedLayouts named() throws IOException {
        if (namedFile == null || !Files.exists(namedFile)) {
            return session;
        }
        try {
            if (Files.size(namedFile) > LONGEST) {
                throw new IOException(namedFile + " is too long.");
            }
            return Json.MAPPER.readValue(Files.readAllBytes(namedFile), NamedLayouts.class);
        } catch (IOException | JacksonException | NullPointerException | IllegalArgumentException e) {
            Files.move(namedFile, namedFile.resolveSibling("layouts-damaged.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("The layouts in " + namedFile + " are damaged.", e);
        }
    }

    /**
     * Changes those that have a name, as they are in the file now, and writes them whole or not at all. Any thread.
     *
     * @throws IOException if they cannot be read or written
     */
    synchronized NamedLayouts change(UnaryOperator<NamedLayouts> change) throws IOException {
        NamedLayouts next = change.apply(named());
        if (namedFile == null) {
            session = next;
        } else {
            Folders.replace(namedFile, Json.bytes(next));
        }
        return next;
    }
}
