package com.sentori.sandbox.cloudwatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Times of the protocols: read as seconds of the epoch with a fraction or as ISO-8601, to the millisecond. */
final class Times {
    private static final double LAST_SECOND = 253_402_300_799d;

    private Times() {}

    /** Writes them in the protocol's own way. */
    static JacksonModule written(BiConsumer<Instant, JsonGenerator> way) {
        return new SimpleModule("times").addDeserializer(Instant.class, new Reader())
                .addSerializer(Instant.class, new Writer(way));
    }

    /** As a number: whole, if it is. */
    static void seconds(Instant time, JsonGenerator generator) {
        if (time.getNano() == 0) {
            generator.writeNumber(time.getEpochSecond());
        } else {
            generator.writeNumber(time.toEpochMilli() / 1_000d);
        }
    }

    private static final class Reader extends StdDeserializer<Instant> {
        private Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    return OffsetDateTime.parse(parser.getString()).toInstant();
                } catch (DateTimeException e) {
                    return (Instant) context.handleWeirdStringValue(Instant.class, parser.getString(), "no time");
                }
            }
            double seconds = parser.getDoubleValue();
            if (!(Math.abs(seconds) <= LAST_SECOND)) {
                return (Instant) context.handleWeirdNumberValue(Instant.class, seconds, "no time");
            }
            return Instant.ofEpochMilli(Math.round(seconds * 1_000));
        }
    }

    private static final class Writer extends StdSerializer<Instant> {
        private final transient BiConsumer<Instant, JsonGenerator> way;

        private Writer(BiConsumer<Instant, JsonGenerator> way) {
            super(Instant.class);
            this.way = way;
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            way.accept(value, generator);
        }
    }
}
