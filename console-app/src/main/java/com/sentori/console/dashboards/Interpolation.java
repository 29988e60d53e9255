package com.sentori.console.dashboards;

import com.sentori.contract.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of variables into texts: {@code $name}, {@code ${name}}, {@code ${name:format}}, {@code [[name]]}, and Grafana's own {@code $__interval},
 * {@code $__rate_interval}, {@code $__range}, {@code $__from} and {@code $__to}. A name that nobody knows stays as it is. Formats as in
 * https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/.
 */
final class Interpolation {
    private static final Pattern REFERENCE = Pattern
            .compile("\\$(\\w+)|\\[\\[(\\w+)(?::(\\w+))?\\]\\]|\\$\\{(\\w+)(?::([^}]+))?\\}");
    private static final Pattern REGEX_SIGNS = Pattern.compile("[\\\\^$*+?.()|\\[\\]{}/]");
    private static final Pattern PROMQL_SIGNS = Pattern.compile("[$^*{}\\[\\]'+?.()|]");

    private final Map<String, Chosen> chosen;
    private final @Nullable Timing timing;

    /** How a value stands in a text that names no format. */
    enum Place {
        /** A query of Prometheus, where several values are a pattern. */
        PROMQL,
        /** Something that people read. */
        TEXT,
        /** Anything else. */
        PLAIN
    }

    /** Of these variables by their names, without the names that times have. */
    Interpolation(Map<String, Chosen> chosen) {
        this(chosen, null);
    }

    Interpolation(Map<String, Chosen> chosen, @Nullable Timing timing) {
        this.chosen = Map.copyOf(chosen);
        this.timing = timing;
    }

    /** What is chosen of a variable. */
    Optional<Chosen> of(String name) {
        return Optional.ofNullable(chosen.get(name));
    }

    /** The text with values in the place of names. */
    String text(String text, Place place) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(found -> Matcher.quoteReplacement(value(reference, place)));
    }

    /** A list of texts, in which a variable that stands alone becomes all its values. */
    List<String> values(List<String> written) {
        List<String> values = new ArrayList<>();
        for (String each : written) {
            String name = each.replaceFirst("^\\$\\{?(\\w+)}?$", "$1");
            of(name).filter(_ -> !name.equals(each))
                    .ifPresentOrElse(
                            one -> values.addAll(one.isWritten() ? List.of(one.variable().allValue()) : one.values()),
                            () -> values.add(text(each, Place.PLAIN)));
        }
        return values;
    }

    private String value(Matcher found, Place place) {
        String name = first(found.group(1), found.group(2), found.group(4));
        String format = first(found.group(3), found.group(5), "");
        Chosen values = chosen.get(name);
        if (values != null) {
            return format.isEmpty() ? plain(values, place) : formatted(values, format);
        }
        String time = timing == null ? null : time(name, format, timing);
        return time == null ? found.group() : time;
    }

    private static String first(@Nullable String one, @Nullable String other, @Nullable String last) {
        return one != null ? one : other != null ? other : last == null ? "" : last;
    }

    private static @Nullable String time(String name, String format, Timing timing) {
        return switch (name) {
            case "__interval" -> TimeText.of(timing.step());
            case "__interval_ms" -> Long.toString(timing.step().toMillis());
            case "__rate_interval" -> TimeText.of(timing.rateInterval());
            case "__rate_interval_ms" -> Long.toString(timing.rateInterval().toMillis());
            case "__range" -> timing.range().toSeconds() + "s";
            case "__range_s" -> Long.toString(timing.range().toSeconds());
            case "__range_ms" -> Long.toString(timing.range().toMillis());
            case "__from" -> moment(timing.from(), format);
            case "__to" -> moment(timing.to(), format);
            default -> null;
        };
    }

    private static String moment(Instant time, String format) {
        return switch (format) {
            case "date", "date:iso" -> time.toString();
            case "date:seconds" -> Long.toString(time.getEpochSecond());
            default -> Long.toString(time.toEpochMilli());
        };
    }

    private static String plain(Chosen chosen, Place place) {
        if (chosen.isWritten() && place != Place.TEXT) {
            return chosen.variable().allValue();
        }
        return switch (place) {
            case PROMQL -> promql(chosen);
            case TEXT -> String.join(" + ", chosen.texts());
            case PLAIN -> glob(chosen.values());
        };
    }

    /** One that may have several values stands in a pattern, in which its signs mean nothing; one that may not, in quotes. */
    private static String promql(Chosen chosen) {
        if (!chosen.variable().many() && !chosen.variable().withAll()) {
            return chosen.values().isEmpty()
                    ? ""
                    : chosen.values().getFirst().replace("\\", "\\\\").replace("\"", "\\\"");
        }
        List<String> safe = chosen.values()
                .stream()
                .map(value -> PROMQL_SIGNS.matcher(value.replace("\\", "\\\\\\\\").replace("\"", "\\\""))
                        .replaceAll("\\\\\\\\$0"))
                .toList();
        return alternatives(safe);
    }

    private static String alternatives(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "(" + String.join("|", values) + ")";
    }

    private static String glob(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "{" + String.join(",", values) + "}";
    }

    private static String formatted(Chosen chosen, String format) {
        if (chosen.isWritten() && !format.equals("text")) {
            return chosen.variable().allValue();
        }
        List<String> values = chosen.values();
        return switch (format) {
            case "regex" -> alternatives(values.stream().map(Interpolation::escaped).toList());
            case "pipe" -> String.join("|", values);
            case "csv", "raw" -> String.join(",", values);
            case "json" -> Json.MAPPER.writeValueAsString(values.size() == 1 ? values.getFirst() : values);
            case "singlequote" -> quoted(values, "'");
            case "doublequote" -> quoted(values, "\"");
            case "sqlstring" -> values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(","));
            case "percentencode" -> percent(glob(values));
            case "queryparam" -> values.stream()
                    .map(value -> "var-" + chosen.variable().name() + "=" + percent(value))
                    .collect(Collectors.joining("&"));
            case "text" -> String.join(" + ", chosen.texts());
            default -> glob(values);
        };
    }

    private static String escaped(String value) {
        return REGEX_SIGNS.matcher(value).replaceAll("\\\\$0");
    }

    private static String quoted(List<String> values, String quote) {
        return values.stream()
                .map(value -> quote + value.replace(quote, "\\" + quote) + quote)
                .collect(Collectors.joining(","));
    }

    private static String percent(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
