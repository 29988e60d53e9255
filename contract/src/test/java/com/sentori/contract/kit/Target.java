package com.sentori.contract.kit;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server under test, configured as the standard says but for what stands here.
 *
 * @param baseUrl with host and port, without a path
 * @param backend {@code ecs} or {@code serverless}
 * @param grace its grace of the run expiry; two to five seconds, for tests wait for it
 * @param grafanaUrl its Grafana; null without
 */
public record Target(URI baseUrl, String backend, Duration grace, @Nullable String grafanaUrl) {
    /** A server without Grafana. */
    public static Target of(URI baseUrl, String backend, Duration grace) {
        return new Target(baseUrl, backend, grace, null);
    }
}
