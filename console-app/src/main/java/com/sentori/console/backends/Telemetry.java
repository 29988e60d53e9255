package com.sentori.console.backends;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a backend's own figures are kept.
 *
 * @param prometheus the root of a Prometheus that scrapes it; null without
 * @param cloudWatch the CloudWatch that it reports to; null without
 */
public record Telemetry(@Nullable URI prometheus, @Nullable CloudWatch cloudWatch) {
    /** Nobody said where. */
    public static final Telemetry NONE = new Telemetry(null, null);

    /**
     * As a sandbox says where; empty for what it does not have.
     *
     * @throws IllegalArgumentException if one is no address
     */
    public static Telemetry ofSandbox(String prometheus, String cloudWatch) {
        return new Telemetry(prometheus.isEmpty() ? null : URI.create(prometheus),
                cloudWatch.isEmpty() ? null : new CloudWatch("local", "", URI.create(cloudWatch), ""));
    }

    /**
     * A CloudWatch.
     *
     * @param region such as {@code eu-west-1}
     * @param profile of the AWS configuration, which may sign in by SSO; empty for what the AWS SDK finds by itself
     * @param endpoint in place of the one of the region; null for that
     * @param stack what the names of the backend's resources begin with, where others report there too; empty for every name
     */
    public record CloudWatch(String region, String profile, @Nullable URI endpoint, String stack) {}
}
