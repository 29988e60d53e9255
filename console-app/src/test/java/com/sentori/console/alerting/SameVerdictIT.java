package com.sentori.console.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.console.alarms.Alarms;
import com.sentori.console.alarms.Key;
import com.sentori.console.alarms.Source;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same series, judged by the console and, as exported, by Prometheus. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class SameVerdictIT {
    private static final int RULES = 60;
    private static final int STEPS = 60;
    private static final Source RUN = new Source("ecs", "r");
    private static final Instant START = Instant.EPOCH;

    @TempDir
    private Path folder;
    private Instant now = START;

    @Test
    void of_values() throws IOException, InterruptedException {
        Duration every = Duration.ofSeconds(5);
        Random random = new Random(8);
        List<Rule> rules = IntStream.range(0, RULES).mapToObj(i -> ofValues("r" + i, "t" + i, random)).toList();
        List<double[]> values = rules.stream().map(_ -> values(random)).toList();
        Alarms alarms = new Alarms(() -> START);
        alarms.use(rules);
        List<Verdict> verdicts = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Instant at = START.plus(every.multipliedBy(step));
            for (int i = 0; i < RULES; i++) {
                alarms.take(RUN, List.of(new Reading("r-" + (step * RULES + i + 1), "r", "s", "t" + i,
                        values.get(i)[step], at, null, at)));
            }
            for (int i = 0; i < RULES; i++) {
                verdicts.add(new Verdict(at, rules.get(i), Map.of("sensor_id", "s", "type", "t" + i),
                        severity(alarms, new Key("r" + i, RUN, "s", "t" + i))));
            }
        }
        assertThat(verdicts).extracting(Verdict::severity).contains(Severity.OK, Severity.WARN, Severity.CRITICAL);
        List<String> series = IntStream.range(0, RULES)
                .mapToObj(i -> series("sensor_data_value", Map.of("sensor_id", "s", "type", "t" + i), values.get(i)))
                .toList();
        demandTheSame(rules, every, series, verdicts);
    }

    @Test
    void of_the_age_of_the_newest_reading() throws IOException, InterruptedException {
        Duration every = Duration.ofSeconds(1);
        Random random = new Random(9);
        // Between whole seconds, at which all happens here.
        Rule rule = new Rule(new Watch.Age(), new Threshold("old", "old", "s", Side.ABOVE, 2.5, 5.5, 0),
                Duration.ofSeconds(2), 1, "", false);
        Alarms alarms = new Alarms(() -> now);
        alarms.use(List.of(rule));
        double[] came = new double[STEPS * 5];
        List<Verdict> verdicts = new ArrayList<>();
        int newest = 0;
        for (int step = 0; step < came.length; step++) {
            boolean comes = step == 0 || random.nextInt(step % 100 < 50 ? 2 : 9) == 0;
            came[step] = (step == 0 ? 0 : came[step - 1]) + (comes ? 1 : 0);
            newest = comes ? step : newest;
            now = START.plus(every.multipliedBy(step));
            alarms.figure(RUN, rule, step - newest);
            verdicts.add(new Verdict(now, rule, Map.of(), severity(alarms, new Key("old", RUN, "", ""))));
        }
        assertThat(verdicts).extracting(Verdict::severity).contains(Severity.OK, Severity.WARN, Severity.CRITICAL);
        demandTheSame(List.of(rule), every, List.of(series("sensor_data_ingested_total", Map.of(), came)), verdicts);
    }

    private static Rule ofValues(String id, String type, Random random) {
        boolean above = random.nextBoolean();
        double warn = random.nextInt(-3, 4);
        double further = random.nextInt(4) * (above ? 1 : -1);
        boolean both = random.nextBoolean();
        boolean warns = both || random.nextBoolean();
        return new Rule(new Watch.Values(type, random.nextBoolean() ? "s" : ""),
                new Threshold(id, "Rule " + id, type, above ? Side.ABOVE : Side.BELOW, warns ? warn : null,
                        both || !warns ? warn + further : null, random.nextInt(3)),
                Duration.ofSeconds(random.nextInt(3) * 7L), random.nextInt(1, 5), "", false);
    }

    /** They rest, so that something lasts, and jump. */
    private static double[] values(Random random) {
        double[] values = new double[STEPS];
        for (int step = 1; step < STEPS; step++) {
            values[step] = random.nextInt(3) == 0 ? random.nextInt(-8, 9) : values[step - 1] + random.nextInt(-1, 2);
        }
        return values;
    }

    /** How bad it counts in the console, which lists it for longer. */
    private static Severity severity(Alarms alarms, Key key) {
        return alarms.view()
                .alarms()
                .stream()
                .filter(alarm -> alarm.key().equals(key))
                .findFirst()
                .map(alarm -> alarm.active())
                .orElse(Severity.OK);
    }

    private static String series(String name, Map<String, String> labels, double[] values) {
        String all = Stream
                .concat(Stream.of("user=\"u\"", "run=\"r\""),
                        labels.entrySet().stream().map(each -> each.getKey() + "=\"" + each.getValue() + "\""))
                .collect(Collectors.joining(","));
        return name + "{" + all + "}|" + IntStream.range(0, values.length)
                .mapToObj(i -> Alert.text(values[i]))
                .collect(Collectors.joining(" "));
    }

    /** Has promtool run the exported rules over the series, and demands of each moment that those alerts fire, and no others, that count in the console. */
    private void demandTheSame(List<Rule> rules, Duration every, List<String> series, List<Verdict> verdicts)
            throws IOException, InterruptedException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool"))),
                "promtool is missing: install the package 'prometheus'");
        Files.writeString(folder.resolve("rules.yaml"), AlertForm.PROMETHEUS.write(rules, every));
        Map<String, Object> test = Map.of("rule_files", List.of("rules.yaml"), "evaluation_interval",
                Alert.text(every), "tests",
                List.of(Map.of("interval", Alert.text(every), "input_series",
                        series.stream()
                                .map(each -> each.split("\\|", 2))
                                .map(each -> Map.of("series", each[0], "values", each[1]))
                                .toList(),
                        "alert_rule_test", verdicts.stream().map(each -> expected(each, every)).toList())));
        // JSON is YAML, too.
        Path file = Files.write(folder.resolve("test.yaml"), Json.bytes(test));
        Process promtool = new ProcessBuilder("promtool", "test", "rules", file.toString()).redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).contains("SUCCESS");
    }

    private static Map<String, Object> expected(Verdict verdict, Duration every) {
        List<Map<String, Object>> alerts = Alert.of(List.of(verdict.rule), every)
                .stream()
                .filter(alert -> alert.severity().compareTo(verdict.severity) <= 0)
                .map(alert -> Map.<String, Object>of("exp_labels", labels(verdict, alert), "exp_annotations",
                        Map.of("summary", summary(verdict, alert))))
                .toList();
        return Map.of("eval_time", Alert.text(Duration.between(START, verdict.at)), "alertname", verdict.rule.name(),
                "exp_alerts", alerts);
    }

    private static Map<String, String> labels(Verdict verdict, Alert alert) {
        return Stream
                .concat(verdict.labels.entrySet().stream(),
                        Map.of("user", "u", "run", "r", "rule", verdict.rule.id(), "severity",
                                alert.severityName()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String summary(Verdict verdict, Alert alert) {
        String summary = alert.summary().replace("{{ $labels.run }}", "r");
        for (Map.Entry<String, String> label : verdict.labels.entrySet()) {
            summary = summary.replace("{{ $labels." + label.getKey() + " }}", label.getValue());
        }
        return summary;
    }

    private record Verdict(Instant at, Rule rule, Map<String, String> labels, Severity severity) {}
}
