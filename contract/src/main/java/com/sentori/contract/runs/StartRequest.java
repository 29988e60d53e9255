package com.sentori.contract.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Members;
import com.sentori.contract.json.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run is started with.
 *
 * @param sensorIds at most {@link #MAX_SENSORS} different ids, together at most {@link #MAX_SENSOR_BYTES}
 * @param duration 1 to {@link #MAX_DURATION} seconds
 * @param interval 1 to {@link #MAX_INTERVAL} seconds
 * @param meta kept with the run
 */
public record StartRequest(List<String> sensorIds, int duration, int interval, Meta meta) {
    /** The most sensors of a run. */
    public static final int MAX_SENSORS = 1_000;
    /** The most UTF-8 bytes of all sensor ids together. */
    public static final int MAX_SENSOR_BYTES = 64 * 1024;
    /** The longest sensor id, in code points. */
    public static final int MAX_SENSOR_ID = 128;
    /** The longest run, in seconds. */
    public static final int MAX_DURATION = 86_400;
    /** The longest interval, in seconds. */
    public static final int MAX_INTERVAL = 3_600;
    /** Seconds of a run whose starter does not say. */
    public static final int STANDARD_DURATION = 60;
    /** Seconds of an interval whose starter does not say. */
    public static final int STANDARD_INTERVAL = 5;

    /** Keeps its own copy. */
    public StartRequest {
        sensorIds = List.copyOf(sensorIds);
    }

    /**
     * Reads a body: the members, or the same inside {@code params}, which go first.
     *
     * @throws ContractException MALFORMED_JSON or VALIDATION_FAILED
     */
    public static StartRequest parse(byte[] body) {
        ObjectNode object = Json.object(body);
        JsonNode params = object.get("params");
        if (params != null && !params.isNull()) {
            if (!params.isObject()) {
                throw ContractException.invalid("params", "must be a JSON object");
            }
            params.properties()
                    .stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(
                            member -> object.set(member.getKey(), member.getValue()));
        }
        List<FieldError> errors = new ArrayList<>();
        Members members = new Members(object, null, errors);
        List<String> sensorIds = sensorIds(members);
        Long duration = members.integer("duration", 1, MAX_DURATION);
        Long interval = members.integer("interval", 1, MAX_INTERVAL);
        Meta meta = meta(members, body);
        if (!errors.isEmpty()) {
            throw ContractException.invalid(errors);
        }
        return new StartRequest(sensorIds, Objects.requireNonNullElse(duration, (long) STANDARD_DURATION).intValue(),
                Objects.requireNonNullElse(interval, (long) STANDARD_INTERVAL).intValue(), meta);
    }

    private static List<String> sensorIds(Members members) {
        JsonNode node = members.node("sensorIds");
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.size() > MAX_SENSORS) {
            members.fault("sensorIds", "must be a list of at most " + MAX_SENSORS + " sensor ids");
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        int bytes = 0;
        for (JsonNode entry : node.values()) {
            String id = entry.isString() ? entry.stringValue() : "";
            if (id.isEmpty() || Text.length(id) > MAX_SENSOR_ID) {
                members.fault("sensorIds", "each must be a text of 1 to " + MAX_SENSOR_ID + " characters");
                return List.of();
            }
            if (!ids.add(id)) {
                members.fault("sensorIds", "must not hold an id twice");
                return List.of();
            }
            bytes += id.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MAX_SENSOR_BYTES) {
            members.fault("sensorIds", "must hold at most " + MAX_SENSOR_BYTES + " bytes of UTF-8 together");
        }
        return List.copyOf(ids);
    }

    private static Meta meta(Members members, byte[] body) {
        JsonNode node = members.node("meta");
        if (node == null) {
            return Meta.EMPTY;
        }
        Meta meta = node.isObject() ? Json.read(body, Outer.class).innermost() : null;
        if (meta == null || !meta.fits()) {
            members.fault("meta", "must be a JSON object of at most " + Meta.MAX_BYTES + " bytes");
            return Meta.EMPTY;
        }
        return meta;
    }

    /** The body once more, for the text of its meta as the starter wrote it. */
    private record Outer(@Nullable Meta meta, @Nullable Inner params) {
        @Nullable
        Meta innermost() {
            return params == null || params.meta() == null ? meta : params.meta();
        }
    }

    private record Inner(@Nullable Meta meta) {}
}
