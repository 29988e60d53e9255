package com.sentori.ecs;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Callers;
import com.sentori.contract.auth.LimitedCallers;
import com.sentori.contract.http.Feature;
import com.sentori.contract.http.ServerSettings;
import com.sentori.ecs.operations.StartRefused;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set of this server besides Spring's own settings, under {@code sentori}.
 *
 * @param grace how long a run may stay RUNNING after its planned end or its last reading
 * @param maxRunning runs RUNNING at once
 * @param region where it runs
 * @param grafanaUrl address of its Grafana; null without
 * @param allowedOrigins of web pages that may call it; null for the contract's
 * @param auth how callers prove who they are
 * @param maxSeries series of sensors in its metrics, at most
 * @param requestLog whether it writes a line of JSON for each request
 * @param maxWaitingReadings readings that may wait for their commit at once
 * @param maxBodies what bodies of requests and answers may take of the memory at once
 * @param retentionDays how long a run stays after its end; null for ever
 * @param bodyTime how long the body of a request may take to arrive
 * @param rateLimit calls a second that each user may make of this server; 0 for any number
 */
@ConfigurationProperties("sentori")
record EcsSettings(Duration grace, int maxRunning, String region, @Nullable URI grafanaUrl,
        @Nullable List<String> allowedOrigins, @DefaultValue Auth auth, @DefaultValue("10000") int maxSeries,
        @DefaultValue("true") boolean requestLog, @DefaultValue("100000") int maxWaitingReadings,
        @DefaultValue("96MB") DataSize maxBodies, @Nullable Integer retentionDays,
        @DefaultValue("20s") Duration bodyTime, @DefaultValue("0") int rateLimit) {
    /** What it can beyond the calls that every backend has. */
    private static final Set<Feature> FEATURES = Set.of(Feature.values());

    /**
     * How callers prove who they are.
     *
     * @param mode {@code jwt} or {@code open}; null where nothing is set, which a loopback server takes for {@code open}
     * @param issuer of tokens, as they name it
     * @param audience that a token must be meant for
     * @param jwks where the issuer publishes its keys
     * @param userClaim the claim that names the user; null for {@code preferred_username}
     * @param rolesClaim the claim that names the roles; null for {@code roles}
     * @param clientId by which the console presents itself to the issuer; null without
     */
    record Auth(@Nullable String mode, @Nullable String issuer, @Nullable String audience, @Nullable String jwks,
            @Nullable String userClaim, @Nullable String rolesClaim, @Nullable String clientId) {
        @Nullable
        AuthMode toMode() {
            return mode == null
                    ? null
                    : AuthMode.of(mode,
                            () -> AuthMode.Jwt.of(issuer, audience, jwks, userClaim, rolesClaim, clientId));
        }
    }

    EcsSettings {
        if (maxWaitingReadings < 1 || maxBodies.toMegabytes() < 1 || maxBodies.toMegabytes() > 1_024
                || (retentionDays != null && retentionDays < 1)) {
            throw new StartRefused("Set sentori.max-waiting-readings to 1 or more, sentori.max-bodies to 1MB to 1024MB,"
                    + " and sentori.retention-days to 1 or more, or not at all.");
        }
    }

    /** When a run must have ended that is forgotten at this time; empty where runs stay for ever. */
    Optional<Instant> forgetBefore(Instant now) {
        return Optional.ofNullable(retentionDays).map(days -> now.minus(Duration.ofDays(days)));
    }

    /**
     * As the contract takes them.
     *
     * @param address that the server is bound to; null for all
     * @throws StartRefused if the server must not run like this
     */
    ServerSettings forServer(String version, @Nullable InetAddress address) {
        try {
            return new ServerSettings("ecs", version, region, address != null && address.isLoopbackAddress(),
                    auth.toMode(), allowedOrigins == null ? ServerSettings.STANDARD_ORIGINS : allowedOrigins,
                    maxRunning,
                    grace, grafanaUrl == null ? null : grafanaUrl.toString(), FEATURES);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(e.getMessage()
                    + " The settings are sentori.auth.*, sentori.max-running and server.address.");
        }
    }

    /**
     * These callers, each as often as it may.
     *
     * @throws StartRefused if the limit is none
     */
    Callers limited(Callers callers) {
        try {
            return LimitedCallers.of(callers, rateLimit);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(e.getMessage() + " The setting is sentori.rate-limit.");
        }
    }
}
