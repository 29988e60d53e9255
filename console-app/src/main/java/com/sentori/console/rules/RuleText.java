package com.sentori.console.rules;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.sentori.console.documents.Member;
import com.sentori.console.documents.Yaml;
import com.sentori.console.rules.RuleFault.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Rules as text, YAML or JSON by the schema {@code alarms-1.json}. */
public final class RuleText {
    /** What the text begins with. */
    public static final String SCHEMA = "sentori.alarms/1";

    private final String text;
    private final String source;

    private RuleText(String text, String source) {
        this.text = text;
        this.source = source;
    }

    /**
     * Reads rules.
     *
     * @param source what is named where something is wrong
     * @throws RuleException if anything in it is wrong
     */
    public static List<Rule> read(String text, String source) throws RuleException {
        return new RuleText(text, source).rules();
    }

    /** Writes rules. */
    public static String write(List<Rule> rules) {
        return Yaml.MAPPER.writeValueAsString(new Document(SCHEMA, rules.stream().map(Draft::of).toList()));
    }

    private List<Rule> rules() throws RuleException {
        List<Draft> drafts = drafts();
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            String member = "rules[" + i + "]";
            Draft draft = drafts.get(i);
            if (draft == null) {
                throw fault(member, Why.NOT_DUE);
            }
            try {
                rules.add(draft.rule());
            } catch (RuleException e) {
                throw fault(member + "." + e.fault().member(), e.fault().why(), e.fault().about());
            }
            if (!ids.add(rules.getLast().id())) {
                throw fault(member + ".id", Why.TWICE, List.of(rules.getLast().id()));
            }
        }
        return rules;
    }

    private List<Draft> drafts() throws RuleException {
        try {
            @Nullable
            Document document = text.isBlank() ? null : Yaml.MAPPER.readValue(text, Document.class);
            if (document == null) {
                throw fault("", Why.EMPTY);
            }
            if (!SCHEMA.equals(document.schema)) {
                throw fault("schema", Why.SCHEMA);
            }
            List<Draft> drafts = document.rules == null ? List.of() : document.rules;
            if (drafts.size() > Rule.MOST) {
                throw fault("rules", Why.MANY);
            }
            return drafts;
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private RuleException fault(JacksonException fault) {
        String member = Member.of(fault);
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                fault(member, Why.UNKNOWN, List.of(unknown.getPropertyName(), names(unknown.getKnownPropertyIds())));
            case MismatchedInputException mismatch -> fault(member, due(mismatch.getTargetType()));
            default -> {
                TokenStreamLocation place = fault.getLocation();
                yield new RuleException(new RuleFault(source, place == null ? 0 : Math.max(0, place.getLineNr()), "",
                        Why.NO_TEXT, List.of(firstLine(fault.getOriginalMessage()))));
            }
        };
    }

    private static Why due(@Nullable Class<?> type) {
        if (type == Double.class) {
            return Why.NO_NUMBER;
        }
        if (type == Integer.class) {
            return Why.NO_WHOLE_NUMBER;
        }
        if (type == Boolean.class) {
            return Why.NO_YES_OR_NO;
        }
        return type == String.class ? Why.NO_STRING : Why.NOT_DUE;
    }

    private RuleException fault(String member, Why why) {
        return fault(member, why, List.of());
    }

    private RuleException fault(String member, Why why, List<String> about) {
        return new RuleException(new RuleFault(source, why == Why.EMPTY ? 0 : line(member), member, why, about));
    }

    /** The line of a member, or of what should have it; 0 if that is not known. */
    private int line(String member) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = Yaml.MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token == JsonToken.START_OBJECT
                        || token == JsonToken.VALUE_NULL) {
                    lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JacksonException e) {
            // As far as it can be read.
        }
        String pointer = "/" + member.replace("[", "/").replace("]", "").replace('.', '/');
        while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return lines.getOrDefault(pointer, 0);
    }

    private static String names(@Nullable Collection<Object> known) {
        return known == null ? "" : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /** The text as it is written. */
    @JsonIgnoreProperties("description")
    private record Document(@Nullable String schema, @Nullable List<Draft> rules) {}
}
