package com.sentori.contract.http;

import com.sentori.contract.auth.AuthMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server is configured with and the contract acts upon.
 *
 * @param backend {@code ecs} or {@code serverless}
 * @param version of the server
 * @param region where it runs; {@code local} on one machine
 * @param loopback whether it is reached over loopback alone; then it refuses any other {@code Host}
 * @param auth how callers prove who they are; null where nothing is configured, which is {@link AuthMode#OPEN}
 * @param allowedOrigins of web pages that may call it
 * @param maxRunning runs RUNNING at once
 * @param grace how long a run may stay RUNNING after its planned end or its last reading
 * @param grafanaUrl address of its Grafana; null without
 * @param features what it can beyond the calls that every backend has
 */
public record ServerSettings(String backend, String version, String region, boolean loopback, @Nullable AuthMode auth,
        List<String> allowedOrigins, int maxRunning, Duration grace, @Nullable String grafanaUrl,
        Set<Feature> features) {
    /** The web pages that may call a server where nothing else is configured. */
    public static final List<String> STANDARD_ORIGINS = List.of("https://app-iot.sentori-studio.com",
            "http://localhost:4200");
    /** Runs RUNNING at once where nothing else is configured. */
    public static final int STANDARD_MAX_RUNNING = 5;

    /**
     * Checks what must not be guessed.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public ServerSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        features = Set.copyOf(features);
        if (auth == null && !loopback) {
            throw new IllegalArgumentException("This server can be reached from other machines but has no auth mode: "
                    + "set the auth mode to 'jwt', or to 'open' if everyone who reaches it may use it, or bind it to 127.0.0.1.");
        }
        if (maxRunning < 1) {
            throw new IllegalArgumentException("The limit of running runs must be at least 1, not " + maxRunning + ".");
        }
    }
}
