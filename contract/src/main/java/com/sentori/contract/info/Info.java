package com.sentori.contract.info;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend, by its own words.
 *
 * @param backend {@code ecs} or {@code serverless}
 * @param version of the server
 * @param instanceId of the store: another one means other data
 * @param region where it runs; {@code local} on one machine
 * @param serverTime the server's clock
 * @param auth how callers prove who they are
 * @param limits what it allows
 * @param features what it can beyond the calls that every backend has
 * @param grafanaUrl its Grafana; null without
 */
public record Info(String backend, String version, String instanceId, String region, Instant serverTime, Auth auth,
        Limits limits, List<String> features, @Nullable String grafanaUrl) {
    /** Keeps its own copy. */
    public Info {
        features = List.copyOf(features);
    }
}
