package com.sentori.sandbox.insights;

import com.sentori.sandbox.logs.LogEvent;
import com.sentori.sandbox.logs.LogGroup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event with its fields: those that each has, and those that are discovered in its JSON, where {@code a.b} is a member of a member and {@code a.0} the first of an
 * array. Not thread-safe.
 */
final class Event {
    static final String TIMESTAMP = "@timestamp";
    static final String MESSAGE = "@message";
    /** By which a client may ask for the whole event. */
    static final String POINTER = "@ptr";
    private static final String INGESTION = "@ingestionTime";
    private static final String ACCOUNT = "000000000000:";
    /** CloudWatch discovers no more in one event. */
    private static final int MOST_FIELDS = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS")
            .withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogGroup group;
    private final LogEvent event;
    private final long place;
    private @Nullable Map<String, String> discovered;

    /** The event at this place of its group. */
    Event(LogGroup group, LogEvent event, long place) {
        this.group = group;
        this.event = event;
        this.place = place;
    }

    Instant time() {
        return event.time();
    }

    long place() {
        return place;
    }

    /** A field as it is compared, times in milliseconds of the epoch; empty if it does not have it. */
    String value(String field) {
        return switch (field) {
            case TIMESTAMP, INGESTION -> Long.toString(event.time().toEpochMilli());
            case MESSAGE -> event.message();
            case "@logStream" -> LogGroup.STREAM;
            case "@log" -> ACCOUNT + group.name();
            case POINTER -> group.name() + ":" + place;
            default -> discovered().getOrDefault(field, "");
        };
    }

    /** A field as it is shown; empty if it does not have it. */
    String shown(String field) {
        return field.equals(TIMESTAMP) || field.equals(INGESTION) ? TIME.format(event.time()) : value(field);
    }

    private Map<String, String> discovered() {
        Map<String, String> known = discovered;
        if (known == null) {
            known = new HashMap<>();
            if (event.message().startsWith("{")) {
                try {
                    discover("", JSON.readTree(event.message()), known);
                } catch (JacksonException e) {
                    known.clear(); // a line like any other
                }
            }
            discovered = known;
        }
        return known;
    }

    private static void discover(String name, JsonNode node, Map<String, String> fields) {
        String before = name.isEmpty() ? "" : name + ".";
        if (node.isObject()) {
            node.properties().forEach(member -> discover(before + member.getKey(), member.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                discover(before + i, node.get(i), fields);
            }
        } else if (!node.isNull() && fields.size() < MOST_FIELDS) {
            fields.put(name, node.isBoolean() ? node.booleanValue() ? "1" : "0" : node.asString());
        }
    }
}
