package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Content.Entry;
import com.sentori.console.secrets.Redaction;
import com.sentori.console.sources.LogRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes the entries of a panel of logs of what queries found, as Grafana does; what looks like a secret is hidden in them. */
final class LogEntries {
    /** Grafana's name of the kind of panel. */
    static final String TYPE = "logs";
    private static final Set<String> LEVELS = Set.of("level", "@level", "lvl", "severity", "loglevel");
    private static final Pattern LEVEL = Pattern.compile("(?i)(?:\"level\"\\s*:\\s*\"|\\blevel=\"?)([a-z]+)");
    private static final Pattern WORD = Pattern
            .compile("\\b(FATAL|CRITICAL|ERROR|SEVERE|WARN|WARNING|INFO|DEBUG|TRACE)\\b");

    private final Wording wording;
    private final Redaction redaction;

    LogEntries(Wording wording, Redaction redaction) {
        this.wording = wording;
        this.redaction = redaction;
    }

    Content of(Panel panel, List<LogRow> rows) {
        if (rows.isEmpty()) {
            return new Content.Nothing();
        }
        JsonNode options = panel.options();
        List<LogRow> sorted = new ArrayList<>(rows);
        if (rows.stream().allMatch(row -> row.time() != null)) {
            Comparator<LogRow> rising = Comparator.comparing(LogEntries::time);
            boolean falling = !options.path("sortOrder").asString("").equals("Ascending");
            sorted.sort(falling ? rising.reversed() : rising);
        }
        List<String> shown = options.path("displayedFields").valueStream().map(each -> each.asString("")).toList();
        return new Content.Logs(sorted.stream().map(row -> entry(row, shown)).toList(),
                options.path("showTime").asBoolean(false), options.path("wrapLogMessage").asBoolean(false),
                options.path("enableLogDetails").asBoolean(false));
    }

    private static Instant time(LogRow row) {
        return row.time() == null ? Instant.EPOCH : row.time();
    }

    private Entry entry(LogRow row, List<String> shown) {
        Map<String, String> fields = new LinkedHashMap<>();
        row.fields().forEach((name, value) -> fields.put(name, redaction.of(name, value)));
        String level = level(fields);
        return new Entry(row.time(), row.time() == null ? "" : wording.instant(row.time()), level, tone(level),
                message(fields, shown), fields);
    }

    /** The fields that are to be shown in its place; else the message, or the first text, as Grafana takes it. */
    private static String message(Map<String, String> fields, List<String> shown) {
        String chosen = shown.stream()
                .filter(fields::containsKey)
                .map(name -> name + "=" + fields.get(name))
                .collect(Collectors.joining(" "));
        if (!chosen.isEmpty()) {
            return chosen;
        }
        String message = fields.get(LogRow.MESSAGE);
        return message != null
                ? message.strip()
                : fields.entrySet()
                        .stream()
                        .filter(each -> !each.getKey().startsWith("@"))
                        .map(Map.Entry::getValue)
                        .filter(each -> !Tables.isNumber(each))
                        .findFirst()
                        .orElseGet(() -> fields.isEmpty() ? "" : fields.values().iterator().next());
    }

    private static String level(Map<String, String> fields) {
        Optional<String> own = fields.entrySet()
                .stream()
                .filter(each -> LEVELS.contains(each.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
        return own.orElseGet(() -> {
            String message = fields.getOrDefault(LogRow.MESSAGE, "");
            Matcher said = LEVEL.matcher(message);
            Matcher word = WORD.matcher(message);
            return said.find() ? said.group(1) : word.find() ? word.group(1) : "";
        }).toUpperCase(Locale.ROOT);
    }

    private static Tone tone(String level) {
        return switch (level) {
            case "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "ERROR", "ERR", "SEVERE" -> Tone.BAD;
            case "WARN", "WARNING" -> Tone.WARN;
            default -> Tone.NEUTRAL;
        };
    }
}
