package com.sentori.lambda.functions;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.http.Feature;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.lambda.journal.Figures;
import com.sentori.lambda.log.Retention;
import com.sentori.lambda.store.TableNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the functions are configured with.
 *
 * @param tables what the tables are called
 * @param server what the contract acts upon
 * @param retention how long runs stay in the store
 * @param figures which metrics are published
 * @param rateLimit calls a second that each user may make of one instance of a function; 0 for any number
 * @param reports where large reports are kept; null for nowhere, then they are refused
 */
public record Settings(TableNames tables, ServerSettings server, Retention retention, Figures figures, int rateLimit,
        @Nullable ReportsBucket reports) {
    /** What this backend calls itself. */
    public static final String BACKEND = "serverless";

    /** What it can beyond the calls that every backend has. */
    public static final Set<Feature> FEATURES = Set.of();

    /** Nothing is ever deleted, and the standard metrics are published. */
    public Settings(TableNames tables, ServerSettings server) {
        this(tables, server, Retention.FOR_EVER, Figures.STANDARD, 0, null);
    }

    /**
     * The bucket of large reports.
     *
     * @param name without dots
     * @param endpoint of a server of one's own that speaks S3's language; null for S3 itself
     */
    public record ReportsBucket(String name, @Nullable String endpoint) {}

    /** The version of this module. */
    public static String version() {
        try (InputStream text = Objects.requireNonNull(Settings.class.getResourceAsStream("version.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the function's environment: {@code AWS_REGION}, and with the prefix {@code SENTORI_}
     * {@code RUNS_TABLE}, {@code SENSOR_DATA_TABLE}, {@code AUTH_MODE} (must be set), {@code ALLOWED_ORIGINS}
     * (comma-separated), {@code MAX_RUNNING}, {@code GRACE_SECONDS}, {@code GRAFANA_URL}, {@code RETENTION_DAYS}
     * (without, or 0: for ever), {@code METRICS_NAMESPACE}, {@code METRICS_DIMENSIONS} (comma-separated, or
     * {@code none}), {@code METRICS_LINES}, {@code RATE_LIMIT} (calls a second of each user; without, or 0: any
     * number), {@code REPORTS_BUCKET} (without: no large reports). With {@code AUTH_MODE=jwt} also {@code AUTH_ISSUER},
     * {@code AUTH_AUDIENCE}, {@code AUTH_JWKS}, and as wanted {@code AUTH_USER_CLAIM}, {@code AUTH_ROLES_CLAIM},
     * {@code AUTH_CLIENT_ID}. And {@code AWS_ENDPOINT_URL_S3}.
     *
     * @throws IllegalArgumentException with one sentence for the operator
     */
    public static Settings of(Map<String, String> environment) {
        Environment from = new Environment(environment);
        String authMode = from.text("SENTORI_AUTH_MODE");
        if (authMode == null) {
            // A function is not bound to loopback: nobody but the operator can say that it may be open.
            throw new IllegalArgumentException("The function has no auth mode: "
                    + "set SENTORI_AUTH_MODE=jwt, or =open if everyone who reaches its API may use it.");
        }
        TableNames tables = new TableNames(from.or("SENTORI_RUNS_TABLE", TableNames.STANDARD.runs()),
                from.or("SENTORI_SENSOR_DATA_TABLE", TableNames.STANDARD.sensorData()));
        String origins = from.text("SENTORI_ALLOWED_ORIGINS");
        return new Settings(tables,
                new ServerSettings(BACKEND, version(), from.or("AWS_REGION", "unknown"), false,
                        AuthMode.of(authMode, () -> jwt(from)),
                        origins == null
                                ? ServerSettings.STANDARD_ORIGINS
                                : Stream.of(origins.split(","))
                                        .map(String::strip)
                                        .filter(one -> !one.isEmpty())
                                        .toList(),
                        from.number("SENTORI_MAX_RUNNING", ServerSettings.STANDARD_MAX_RUNNING),
                        Duration.ofSeconds(from.number("SENTORI_GRACE_SECONDS",
                                Math.toIntExact(Lifecycle.STANDARD_GRACE.toSeconds()))),
                        from.text("SENTORI_GRAFANA_URL"), FEATURES),
                Retention.ofDays(from.number("SENTORI_RETENTION_DAYS", 0)), figures(from),
                from.number("SENTORI_RATE_LIMIT", 0), reports(from));
    }

    private static AuthMode.Jwt jwt(Environment from) {
        return AuthMode.Jwt.of(from.text("SENTORI_AUTH_ISSUER"), from.text("SENTORI_AUTH_AUDIENCE"),
                from.text("SENTORI_AUTH_JWKS"), from.text("SENTORI_AUTH_USER_CLAIM"),
                from.text("SENTORI_AUTH_ROLES_CLAIM"), from.text("SENTORI_AUTH_CLIENT_ID"));
    }

    private static @Nullable ReportsBucket reports(Environment from) {
        String name = from.text("SENTORI_REPORTS_BUCKET");
        return name == null ? null : new ReportsBucket(name, from.text("AWS_ENDPOINT_URL_S3"));
    }

    private static Figures figures(Environment from) {
        String dimensions = from.or("SENTORI_METRICS_DIMENSIONS", String.join(",", Figures.ALL_DIMENSIONS));
        return new Figures(from.or("SENTORI_METRICS_NAMESPACE", Figures.STANDARD.namespace()),
                dimensions.equals("none") ? List.of() : Stream.of(dimensions.split(",")).map(String::strip).toList(),
                from.number("SENTORI_METRICS_LINES", Figures.STANDARD.most()));
    }

    private record Environment(Map<String, String> values) {
        @Nullable
        String text(String name) {
            String value = values.getOrDefault(name, "").strip();
            return value.isEmpty() ? null : value;
        }

        String or(String name, String standard) {
            return Objects.requireNonNullElse(text(name), standard);
        }

        int number(String name, int standard) {
            String value = text(name);
            if (value == null) {
                return standard;
            }
            if (!value.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(name + " must be a whole number, not '" + value + "'.");
            }
            return Integer.parseInt(value);
        }
    }
}
