package com.sentori.acceptance.parts;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Grafana's dashboards as they lie in the repository. */
public final class Boards {
    /** The folder of all that Grafana and Prometheus are given. */
    public static final Path PROVISIONING = Path.of("..", "grafana-provisioning").toAbsolutePath().normalize();

    private Boards() {}

    /** Those of a family, {@code prometheus} or {@code cloudwatch}. */
    public static List<JsonNode> of(String family) {
        try (Stream<Path> files = Files.list(PROVISIONING.resolve("dashboards").resolve(family))) {
            return files.sorted().map(Boards::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The panels of a dashboard that ask for something. */
    public static List<JsonNode> panels(JsonNode board) {
        return board.path("panels").valueStream().filter(panel -> panel.has("targets")).toList();
    }

    /** The variables of a dashboard. */
    public static List<JsonNode> variables(JsonNode board) {
        return board.path("templating").path("list").valueStream().toList();
    }

    /** What a panel is called where something is wrong. */
    public static String name(JsonNode board, JsonNode panel) {
        return board.path("uid").asString() + ", " + panel.path("title").asString();
    }

    /** A text with each variable replaced by its value. */
    public static String filled(String text, Map<String, String> values) {
        String filled = text;
        // Of $run and $runs the longer one is meant where it stands.
        for (String name : values.keySet()
                .stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            filled = filled.replace("$" + name, values.get(name));
        }
        return filled;
    }
}
