package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Variable.Option;
import com.sentori.console.sources.SourceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;

/** Finds what can be chosen of the variables of a dashboard, one after the other, as a query may name those before it. Waits for sources. */
final class Variables {
    private static final int MOST_OPTIONS = 5_000;

    private final Sources sources;
    private final Timing timing;

    Variables(Sources sources, Timing timing) {
        this.sources = sources;
        this.timing = timing;
    }

    /**
     * What is chosen of each, by name.
     *
     * @param wanted what somebody chose, by name; what the file has chosen counts for others, and then the first there is
     */
    Map<String, Chosen> choose(Dashboard dashboard, Map<String, List<String>> wanted) {
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (Variable each : dashboard.variables()) {
            List<Option> options;
            String fault = "";
            try {
                options = options(each, new Interpolation(chosen, timing));
            } catch (SourceException e) {
                options = List.of();
                fault = e.sentence();
            }
            List<String> asked = wanted.get(each.name());
            chosen.put(each.name(), chosen(each, options, asked == null ? known(each, options) : asked, fault));
        }
        return chosen;
    }

    private List<Option> options(Variable variable, Interpolation names) throws SourceException {
        return switch (variable.kind()) {
            case QUERY -> sorted(variable, taken(variable, sources.values(variable, names, timing)));
            case CUSTOM, INTERVAL -> listed(names.text(variable.query().asString(""), Interpolation.Place.PLAIN));
            case CONSTANT, TEXTBOX -> single(names.text(variable.query().asString(""), Interpolation.Place.PLAIN));
            case DATASOURCE -> single(variable.query().asString(""));
            case UNKNOWN -> variable.options();
        };
    }

    private static List<Option> single(String value) {
        return List.of(new Option(value, value));
    }

    /** Parts between commas, of which {@code text : value} names both. */
    private static List<Option> listed(String list) {
        List<Option> options = new ArrayList<>();
        for (String part : list.split("(?<!\\\\),", -1)) {
            String bare = part.strip().replace("\\,", ",");
            int colon = bare.indexOf(" : ");
            if (!bare.isEmpty()) {
                options.add(colon < 0
                        ? new Option(bare, bare)
                        : new Option(bare.substring(0, colon).strip(), bare.substring(colon + 3).strip()));
            }
        }
        return options;
    }

    /** What the pattern takes of each: its group of the name “value” or its first one, and for people that of the name “text”. */
    private static List<Option> taken(Variable variable, List<String> values) {
        Map<String, Option> options = new LinkedHashMap<>();
        for (String value : values) {
            if (options.size() == MOST_OPTIONS) {
                break;
            }
            Option option = variable.regex().isEmpty() ? new Option(value, value) : taken(variable.regex(), value);
            if (!option.value().isEmpty()) {
                options.putIfAbsent(option.value(), option);
            }
        }
        return new ArrayList<>(options.values());
    }

    private static Option taken(String regex, String value) {
        try {
            Matcher found = Fields.pattern(regex).matcher(value);
            if (!found.find()) {
                return new Option("", "");
            }
            Map<String, Integer> groups = found.namedGroups();
            String text = groups.containsKey("text") ? String.valueOf(found.group("text")) : "";
            String taken = groups.containsKey("value")
                    ? String.valueOf(found.group("value"))
                    : found.groupCount() > 0 && found.group(1) != null ? found.group(1) : value;
            return new Option(text.isEmpty() ? taken : text, taken);
        } catch (PatternSyntaxException e) {
            return new Option(value, value);
        }
    }

    private static List<Option> sorted(Variable variable, List<Option> options) {
        Comparator<Option> byText = Comparator.comparing(Option::text);
        Comparator<Option> order = switch ((variable.sort() + 1) / 2) {
            case 1 -> byText;
            case 2 -> Comparator.comparingDouble(Variables::number);
            case 3 -> Comparator.comparing(Option::text, String.CASE_INSENSITIVE_ORDER);
            case 4 -> Comparator.comparingDouble(Variables::number).thenComparing(byText);
            default -> (_, _) -> 0;
        };
        return options.stream()
                .sorted(variable.sort() > 0 && variable.sort() % 2 == 0 ? order.reversed() : order)
                .toList();
    }

    private static double number(Option option) {
        String digits = option.text().replaceAll("\\D+", "");
        return digits.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(digits);
    }

    /** What the file has chosen, as far as it is still there. */
    private static List<String> known(Variable variable, List<Option> options) {
        boolean listed = variable.kind() != Variable.Kind.TEXTBOX && !options.isEmpty();
        return variable.chosen()
                .stream()
                .filter(each -> !listed || each.equals(Variable.ALL)
                        || options.stream().anyMatch(option -> option.value().equals(each)))
                .toList();
    }

    private static Chosen chosen(Variable variable, List<Option> options, List<String> wanted, String fault) {
        List<String> asked = wanted.stream().filter(each -> !each.isEmpty()).toList();
        boolean all = variable.withAll() && (asked.isEmpty() || asked.contains(Variable.ALL));
        Map<String, String> texts = new HashMap<>();
        options.forEach(each -> texts.put(each.value(), each.text()));
        List<String> values = all
                ? options.stream().map(Option::value).toList()
                : asked;
        if (values.isEmpty() && !all && !options.isEmpty()) {
            values = List.of(options.getFirst().value());
        }
        if (!variable.many() && !all && values.size() > 1) {
            values = values.subList(0, 1);
        }
        return new Chosen(variable, values, values.stream().map(each -> texts.getOrDefault(each, each)).toList(), all,
                options, fault);
    }
}
