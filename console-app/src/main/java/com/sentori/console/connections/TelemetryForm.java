package com.sentori.console.connections;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.stage.Texts;
import java.net.URI;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The part of a backend's form that says where its own figures are kept. FX thread. */
public final class TelemetryForm {
    private final Texts texts;
    private final StringProperty prometheus = new SimpleStringProperty("");
    private final StringProperty region = new SimpleStringProperty("");
    private final StringProperty profile = new SimpleStringProperty("");
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final StringProperty stack = new SimpleStringProperty("");
    private final StringProperty fault = new SimpleStringProperty("");

    TelemetryForm(Texts texts) {
        this.texts = texts;
        List.of(prometheus, region, profile, endpoint, stack).forEach(field -> field.subscribe(() -> fault.set("")));
    }

    /** The address of a Prometheus; empty without. */
    public StringProperty prometheusProperty() {
        return prometheus;
    }

    /** The region of a CloudWatch; empty without. */
    public StringProperty regionProperty() {
        return region;
    }

    /** The profile of the AWS configuration; empty for what the AWS SDK finds. */
    public StringProperty profileProperty() {
        return profile;
    }

    /** The address of a CloudWatch that is not the region's own; empty for that. */
    public StringProperty endpointProperty() {
        return endpoint;
    }

    /** What the names of the backend's resources begin with; empty for every name. */
    public StringProperty stackProperty() {
        return stack;
    }

    /** What is wrong with it; empty if nothing is. */
    public StringProperty faultProperty() {
        return fault;
    }

    void fill(Telemetry telemetry) {
        Telemetry.CloudWatch watch = telemetry.cloudWatch();
        prometheus.set(text(telemetry.prometheus()));
        region.set(watch == null ? "" : watch.region());
        profile.set(watch == null ? "" : watch.profile());
        endpoint.set(watch == null ? "" : text(watch.endpoint()));
        stack.set(watch == null ? "" : watch.stack());
        fault.set("");
    }

    /** What the form says; null if that is wrong, which is then said. */
    @Nullable
    Telemetry read() {
        try {
            URI scraper = address(prometheus.get());
            URI other = address(endpoint.get());
            String where = region.get().strip();
            if (where.isEmpty() && !(profile.get() + endpoint.get() + stack.get()).isBlank()) {
                fault.set(texts.get("backends.fault.region"));
                return null;
            }
            return new Telemetry(scraper, where.isEmpty()
                    ? null
                    : new Telemetry.CloudWatch(where, profile.get().strip(), other, stack.get().strip()));
        } catch (IllegalArgumentException e) {
            fault.set(texts.get("backends.fault.figures"));
            return null;
        }
    }

    private static @Nullable URI address(String typed) {
        return typed.isBlank() ? null : BackendProfile.of("x", typed).url();
    }

    private static String text(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
