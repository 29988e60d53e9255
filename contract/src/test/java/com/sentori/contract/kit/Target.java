package com.sentori.contract.kit;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server under test, configured as the standard says but for what stands here.
 *
 * @param baseUrl with host and port, without a path
 * @param backend {@code ecs} or {@code serverless}
 * @param grace its grace of the run expiry; two to five seconds, for tests wait for it
 * @param grafanaUrl its Grafana; null without
 * @param mint makes the tokens that it accepts; null where it is open
 */
public record Target(URI baseUrl, String backend, Duration grace, @Nullable String grafanaUrl, @Nullable Mint mint) {
    /** An open server without Grafana. */
    public static Target of(URI baseUrl, String backend, Duration grace) {
        return new Target(baseUrl, backend, grace, null, null);
    }

    /** The same, which wants tokens of this mint. */
    public Target with(Mint tokens) {
        return new Target(baseUrl, backend, grace, grafanaUrl, tokens);
    }

    Mint requireMint() {
        return Objects.requireNonNull(mint, "an open server takes no tokens");
    }
}
