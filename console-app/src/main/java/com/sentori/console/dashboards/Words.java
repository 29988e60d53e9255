package com.sentori.console.dashboards;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the program's own dashboards, and Grafana's names of figures, say in other languages, by the English words of the files. Those are the files of
 * Grafana, which has one language for all: so the words are exchanged when a file is read. What is not known stays as it is. Immutable.
 */
final class Words {
    /** The languages that there are beside the files' own. */
    static final List<Locale> OTHERS = List.of(Locale.FRENCH);
    /** As the files have them. */
    static final Words OWN = new Words(Map.of());

    private static final Set<String> SAID = Set.of("title", "description", "label", "legendFormat");
    private static final Map<String, Words> KNOWN = known();

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = Map.copyOf(words);
    }

    private static Map<String, Words> known() {
        Map<String, Words> known = new HashMap<>();
        for (Locale each : OTHERS) {
            try (InputStream file = Objects
                    .requireNonNull(Words.class.getResourceAsStream("words_" + each.getLanguage() + ".json"))) {
                Map<String, String> words = new HashMap<>();
                Json.MAPPER.readTree(file)
                        .properties()
                        .forEach(word -> words.put(word.getKey(), word.getValue().asString("")));
                known.put(each.getLanguage(), new Words(words));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    /** Those of a language; the files' own where it has none. */
    static Words in(Locale locale) {
        return KNOWN.getOrDefault(locale.getLanguage(), OWN);
    }

    /** All that it knows, by the English words. */
    Map<String, String> all() {
        return words;
    }

    /** A word or a sentence. */
    String of(String english) {
        return words.getOrDefault(english, english);
    }

    /** A dashboard with these words for people; what sources are asked stays. */
    JsonNode in(JsonNode dashboard) {
        if (words.isEmpty()) {
            return dashboard;
        }
        JsonNode said = dashboard.deepCopy();
        exchange(said);
        return said;
    }

    private void exchange(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean naming = object.path("id").asString("").equals("displayName");
            for (String member : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(member);
                if (value.isString() && (SAID.contains(member) || (naming && member.equals("value")))) {
                    object.put(member, of(value.asString("")));
                } else {
                    exchange(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::exchange);
        }
    }
}
