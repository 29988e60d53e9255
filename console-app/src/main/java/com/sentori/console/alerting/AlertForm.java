package com.sentori.console.alerting;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Whose words rules of alarms are written in. The text is YAML; a comment at its head tells what is different there, and which rules are left out and why. */
public enum AlertForm {
    /** A file of rules of Prometheus, which judges them. */
    PROMETHEUS {
        @Override
        Map<String, Object> document(List<Rule> rules, Duration every) {
            List<Map<String, Object>> written = Alert.of(rules, every).stream().map(AlertForm::prometheus).toList();
            return Map.of("groups",
                    List.of(map("name", GROUP, "interval", Alert.text(every), "rules", written)));
        }
    },
    /** A file of provisioning of Grafana, which judges them by what it asks Prometheus. */
    GRAFANA {
        @Override
        Map<String, Object> document(List<Rule> rules, Duration every) {
            // Grafana judges at most every ten seconds, and at whole multiples of that.
            Duration judged = Duration.ofSeconds(Math.ceilDiv(every.toMillis(), 10_000) * 10);
            List<Map<String, Object>> written = Alert.of(rules, judged).stream().map(AlertForm::grafana).toList();
            return map("apiVersion", 1, "groups",
                    List.of(map("orgId", 1, "name", GROUP, "folder", "Sentori", "interval", Alert.text(judged),
                            "rules", written)));
        }
    };

    private static final String GROUP = "sentori-alarms";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final String HEAD = """
            # Sentori's rules of alarms. Written by 'sentori alarms export': change the rules, and write this anew.
            # It is said here as far as it can be said here:
            # - An alarm in the console stays until somebody has acknowledged it. Here it ends when what it is about is good again, or its run is over.
            # - Shelving and muting are the console's own; here a silence does that.
            # - 'count' counts readings, 'delay' goes by the times that they carry. Here both are time: what is judged is the newest reading each time that
            #   rules are judged, so readings that come faster than that are passed over.
            # - A run of which no reading has come yet is not known here; ages are right to within a scrape.
            # - With several tasks each one has the newest of the readings that it stored; an alert is about one of them.
            # - Nothing here ends a run, or fails it.
            """;

    /**
     * Writes rules.
     *
     * @param every how often sensors send, and rules are judged
     */
    public String write(List<Rule> rules, Duration every) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Rule rule : rules) {
            if (!Alert.isKnown(rule)) {
                text.append("# Left out: ").append(rule.id()).append(". ").append(reason(rule.watch())).append('\n');
            }
        }
        return text.append(MAPPER.writeValueAsString(document(rules, every))).toString();
    }

    abstract Map<String, Object> document(List<Rule> rules, Duration every);

    private static String reason(Watch watch) {
        return switch (watch) {
            case Watch.Age _ -> "An age that is too low is one that every reading brings.";
            case Watch.Latency _,Watch.Errors _,Watch.Missing _ ->
                "The console that drives the run measures it; the backend does not know it.";
            case Watch.Values _ -> throw new IllegalArgumentException("known: " + watch);
        };
    }

    private static Map<String, Object> prometheus(Alert alert) {
        String compared = alert.above() ? " > " : " < ";
        String expression = alert.figure() + compared + Alert.text(alert.limit());
        if (alert.back() != alert.limit()) {
            // It was bad the last time: Prometheus keeps its alerts as a series of the same labels.
            expression += " or " + alert.figure() + compared + Alert.text(alert.back())
                    + " and ignoring (alertname, alertstate, rule, severity) ALERTS{rule=\"" + alert.rule().id()
                    + "\", severity=\"" + alert.severityName() + "\"}";
        }
        Map<String, Object> written = map("alert", alert.called(), "expr", expression);
        if (!alert.lasting().isZero()) {
            written.put("for", Alert.text(alert.lasting()));
        }
        written.put("labels", labels(alert));
        written.put("annotations", annotations(alert));
        return written;
    }

    private static Map<String, Object> grafana(Alert alert) {
        Map<String, Object> beyond = map("evaluator",
                map("type", alert.above() ? "gt" : "lt", "params", List.of(alert.limit())));
        if (alert.back() != alert.limit()) {
            beyond.put("unloadEvaluator",
                    map("type", alert.above() ? "lte" : "gte", "params", List.of(alert.back())));
        }
        String id = alert.rule().id() + " " + alert.severityName();
        return map("uid", UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(), "title",
                alert.called() + ", " + alert.severityName(),
                "condition", "beyond", "for", Alert.text(alert.lasting()), "noDataState", "OK", "execErrState", "Error",
                "labels", labels(alert), "annotations", annotations(alert), "data",
                List.of(map("refId", "figure", "datasourceUid", "sentori-prometheus", "relativeTimeRange",
                        map("from", 600, "to", 0), "model",
                        map("refId", "figure", "expr", alert.figure().replace("$", "$$"), "instant", true, "range",
                                false)),
                        computed("last", map("type", "reduce", "expression", "figure", "reducer", "last")),
                        computed("beyond",
                                map("type", "threshold", "expression", "last", "conditions", List.of(beyond)))));
    }

    private static Map<String, Object> computed(String id, Map<String, Object> model) {
        model.put("refId", id);
        return map("refId", id, "datasourceUid", "__expr__", "model", model);
    }

    private static Map<String, Object> labels(Alert alert) {
        return map("rule", alert.rule().id(), "severity", alert.severityName());
    }

    private static Map<String, Object> annotations(Alert alert) {
        Map<String, Object> annotations = map("summary", alert.summary());
        if (!alert.rule().guidance().isEmpty()) {
            annotations.put("description", alert.guidance());
        }
        return annotations;
    }

    /** In the order as written. */
    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
