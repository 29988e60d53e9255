package com.sentori.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Prometheus is given, by its own tool. */
class RulesIT {
    private static final Path ALERTING = Path.of("alerting");

    @BeforeEach
    void require() {
        Tool.require("promtool", "prometheus");
    }

    @Test
    void promtool_finds_no_fault_in_the_rules() throws IOException, InterruptedException {
        Tool check = Tool.run(ALERTING, "promtool", "check", "rules", "--lint=all", "--lint-fatal",
                "prometheus.rules.yaml");
        assertThat(check.said()).contains("SUCCESS").doesNotContain("FAILED");
        assertThat(check.status()).isZero();
    }

    @Test
    void alerts_fire_when_they_should_and_not_before() throws IOException, InterruptedException {
        Tool test = Tool.run(ALERTING, "promtool", "test", "rules", "prometheus.test.yaml");
        assertThat(test.status()).as(test.said()).isZero();
    }

    @Test
    void each_alert_is_tested() throws IOException {
        String tests = Files.readString(ALERTING.resolve("prometheus.test.yaml"));
        List<String> alerts = Files.readAllLines(ALERTING.resolve("prometheus.rules.yaml"))
                .stream()
                .filter(line -> line.contains("- alert: "))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .toList();
        assertThat(alerts).hasSizeGreaterThan(5).allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert));
    }
}
