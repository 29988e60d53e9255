package com.sentori.contract.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the starter keeps with a run: a JSON object, given back member for member and digit for digit.
 *
 * @param json the object as compact JSON text, at most {@link #MAX_BYTES} bytes of UTF-8
 */
@JsonDeserialize(using = Meta.Reader.class)
public record Meta(@JsonRawValue @JsonValue String json) {
    /** The most bytes of its JSON. */
    public static final int MAX_BYTES = 4 * 1024;
    /** No members. */
    public static final Meta EMPTY = new Meta("{}");

    /** Of an object, as a starter makes it. */
    public static Meta of(JsonNode object) {
        return new Meta(Json.MAPPER.writeValueAsString(object));
    }

    /** Whether it is short enough to be kept. */
    public boolean fits() {
        return json.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** Its members. */
    public ObjectNode members() {
        return Json.object(json.getBytes(StandardCharsets.UTF_8));
    }

    static final class Reader extends StdDeserializer<Meta> {
        Reader() {
            super(Meta.class);
        }

        @Override
        public Meta deserialize(JsonParser parser, DeserializationContext context) {
            return new Meta(Json.verbatim(parser));
        }
    }
}
