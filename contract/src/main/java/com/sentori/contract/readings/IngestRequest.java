package com.sentori.contract.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Members;
import com.sentori.contract.runs.StartRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client wants stored.
 *
 * @param runId the one run they all belong to
 * @param readings 1 to {@link #MAX_BATCH}
 * @param single whether the body was one reading, so that the answer is that reading and not a count
 */
public record IngestRequest(String runId, List<NewReading> readings, boolean single) {
    /** The most readings of one request. */
    public static final int MAX_BATCH = 5_000;
    /** The longest type, in code points. */
    public static final int MAX_TYPE = 64;
    /** The type of a reading whose sender does not say. */
    public static final String STANDARD_TYPE = "temperature";
    /** The largest sequence number: the largest whole number that every JSON reader keeps exactly. */
    public static final long MAX_SEQ = (1L << 53) - 1;

    private static final int MAX_FAULTS = 100;
    /** Members that older clients send in place of {@code type} and {@code reading}. */
    private static final List<String> NAMED_TYPES = List.of("temperature", "humidity", "pressure");

    /** Keeps its own copy. */
    public IngestRequest {
        readings = List.copyOf(readings);
    }

    /**
     * Reads a body: one reading, an array of them, or {@code {readings: […]}}.
     *
     * @param header the {@code X-Run-Id}; null without
     * @param arrival the timestamp of readings that bring none
     * @throws ContractException MALFORMED_JSON or VALIDATION_FAILED with the faults of every reading by index
     */
    public static IngestRequest parse(byte[] body, @Nullable String header, Instant arrival) {
        JsonNode root = Json.body(body);
        JsonNode wrapped = root.isObject() ? root.get("readings") : null;
        if (!root.isObject() && !root.isArray()) {
            throw Json.malformed("The body must be a reading, a list of readings, or an object with readings.");
        }
        if (wrapped != null && wrapped.isNull()) {
            wrapped = null;
        }
        if (wrapped != null && !wrapped.isArray()) {
            throw ContractException.invalid("readings", "must be a list of readings");
        }
        JsonNode list = wrapped == null ? root : wrapped;
        if (list.isArray() && (list.isEmpty() || list.size() > MAX_BATCH)) {
            throw ContractException.invalid("readings", "must hold 1 to " + MAX_BATCH + " readings");
        }
        Parse parse = new Parse(header, arrival);
        if (wrapped != null) {
            parse.takeRun(new Members(root, null, parse.errors));
        }
        if (list.isArray()) {
            for (int i = 0; i < list.size() && parse.errors.size() < MAX_FAULTS; i++) {
                parse.takeItem(Objects.requireNonNull(list.get(i)), i);
            }
        } else {
            parse.take(new Members(root, null, parse.errors));
        }
        if (parse.runId == null && parse.errors.isEmpty()) {
            parse.errors.add(FieldError.of("runId", "name the run in X-Run-Id or in runId"));
        }
        if (parse.readings.size() > MAX_BATCH) {
            parse.errors.add(FieldError.of("readings", "must make at most " + MAX_BATCH + " readings"));
        }
        if (!parse.errors.isEmpty()) {
            throw ContractException.invalid(parse.errors);
        }
        return new IngestRequest(Objects.requireNonNull(parse.runId), parse.readings,
                !list.isArray() && parse.readings.size() == 1);
    }

    private static final class Parse {
        private final Instant arrival;
        private final List<FieldError> errors = new ArrayList<>();
        private final List<NewReading> readings = new ArrayList<>();
        private @Nullable String runId;

        Parse(@Nullable String header, Instant arrival) {
            this.runId = header == null || header.isBlank() ? null : header;
            this.arrival = arrival;
        }

        void takeItem(JsonNode item, int index) {
            Members members = new Members(item, index, errors);
            if (item.isObject()) {
                take(members);
            } else {
                members.fault("reading", "must be a JSON object");
            }
        }

        void takeRun(Members members) {
            JsonNode node = members.node("runId");
            if (node == null) {
                return;
            }
            String own = node.isString() ? node.stringValue() : "";
            if (own.isEmpty()) {
                members.fault("runId", "must be the id of a run");
            } else if (runId == null) {
                runId = own;
            } else if (!runId.equals(own)) {
                members.fault("runId", "differs from the run of this request: a request holds readings of one run");
            }
        }

        void take(Members members) {
            takeRun(members);
            String sensorId = members.text("sensorId", 1, StartRequest.MAX_SENSOR_ID);
            if (sensorId == null && members.node("sensorId") == null) {
                members.fault("sensorId", "is missing");
            }
            String type = members.text("type", 1, MAX_TYPE);
            Instant timestamp = Objects.requireNonNullElse(members.instant("timestamp"), arrival);
            Long seq = members.integer("seq", 0, MAX_SEQ);
            int faults = errors.size();
            List<NewReading> made = new ArrayList<>(1);
            Double reading = members.number("reading");
            String sensor = Objects.requireNonNullElse(sensorId, "");
            if (reading != null) {
                made.add(new NewReading(sensor, Objects.requireNonNullElse(type, STANDARD_TYPE), reading, timestamp,
                        seq));
            }
            for (String named : NAMED_TYPES) {
                Double value = members.number(named);
                if (value != null) {
                    made.add(new NewReading(sensor, named, value, timestamp, seq));
                }
            }
            if (made.isEmpty() && errors.size() == faults) {
                members.fault("reading", "is missing");
            }
            readings.addAll(made);
        }
    }
}
