package com.sentori.console.runs;

import com.sentori.console.simulator.Group;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.readings.IngestRequest;
import java.nio.charset.StandardCharsets;

/** How many readings of a plan fit into one request, whatever their values. */
final class BatchSize {
    /** Member names, the longest value, the time and the number, as JSON. */
    private static final int FRAME = 140;

    private BatchSize() {}

    static int of(SensorPlan plan) {
        int longest = 0;
        for (Group group : plan.scenario().groups()) {
            int type = group.readings().stream().mapToInt(signal -> bytes(signal.type())).max().orElse(0);
            longest = Math.max(longest, bytes(group.name()) + Integer.toString(group.sensors()).length() + 1 + type);
        }
        return Math.clamp(ApiRequest.MAX_BODY / (FRAME + longest), 1, IngestRequest.MAX_BATCH);
    }

    /** As JSON, where a character may be escaped. */
    private static int bytes(String text) {
        return 2 * text.getBytes(StandardCharsets.UTF_8).length;
    }
}
