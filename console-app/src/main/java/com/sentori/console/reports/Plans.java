package com.sentori.console.reports;

import com.sentori.console.runs.Threshold;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.runs.Run;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Says what the sensors of a run were to do, as far as its meta tells. */
record Plans(Run run, @Nullable SensorPlan plan) {
    Half.Plan plan(List<Threshold> thresholds) {
        ObjectNode meta = run.meta().members();
        List<String> texts = thresholds.stream().map(Threshold::text).toList();
        String scenarioHash = text(meta, "scenarioHash");
        return new Half.Plan(text(meta, "client"), text(meta, "session"), text(meta, "twin"),
                run.params().sensorIds().size(), run.getInterval(), plan == null ? null : plan.perSecond(),
                plan == null ? text(meta, "scenario") : plan.scenario().name(), scenarioHash,
                plan == null ? null : hash(plan, scenarioHash, texts), plan == null ? null : plan.seed(), texts);
    }

    private static @Nullable String text(ObjectNode meta, String member) {
        String text = meta.path(member).asString("");
        return text.isEmpty() ? null : text;
    }

    /** Two runs with the same hash and the same seed were to do the same. */
    private static String hash(SensorPlan plan, @Nullable String scenarioHash, List<String> thresholds) {
        String configured = String.join("\n", scenarioHash == null ? plan.scenario().toString() : scenarioHash,
                plan.duration().toString(), String.join(",", thresholds));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(configured.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
