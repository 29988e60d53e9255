package com.sentori.contract.json;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON of the contract. Thread-safe. */
public final class Json {
    /** The mapper: instants in the contract's form, unknown members ignored. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule("sentori").addSerializer(Instant.class, new InstantWriter())
                    .addDeserializer(Instant.class, new InstantReader()))
            .build();

    private static final ObjectReader DOUBLES = MAPPER.readerFor(JsonNode.class);
    private static final ObjectReader DIGIT_FOR_DIGIT = DOUBLES
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** Writes a value of the contract as UTF-8. */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Reads a value of the contract, as a client does with an answer.
     *
     * @throws JacksonException if it is not JSON of that form
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /**
     * Reads the body of a request. An absent or empty one counts as {@code {}}. Fractions become doubles.
     *
     * @throws ContractException MALFORMED_JSON if it is not UTF-8 JSON, or holds U+0000 or a lone surrogate
     */
    public static JsonNode body(byte[] body) {
        return body(body, DOUBLES);
    }

    private static JsonNode body(byte[] body, ObjectReader reader) {
        if (body.length == 0) {
            return MAPPER.createObjectNode();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            if (text.isBlank()) {
                return MAPPER.createObjectNode();
            }
            JsonNode node = reader.readTree(text);
            Text.requireClean(node);
            return node;
        } catch (CharacterCodingException | JacksonException | NumberFormatException e) {
            // Jackson lets the last one pass for an exponent beyond what a BigDecimal can have.
            throw malformed("The body is not valid UTF-8 JSON.");
        }
    }

    /**
     * The same where an object is due, with every number digit for digit.
     *
     * @throws ContractException MALFORMED_JSON if it is anything else
     */
    public static ObjectNode object(byte[] body) {
        if (body(body, DIGIT_FOR_DIGIT) instanceof ObjectNode object) {
            return object;
        }
        throw malformed("The body must be a JSON object.");
    }

    /** The value at the parser as compact text, digit for digit; leaves the parser at its end. */
    public static String verbatim(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = MAPPER.createGenerator(text)) {
            int depth = 0;
            for (JsonToken token = parser.currentToken();; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    generator.writeNumber(parser.getString());
                } else {
                    generator.copyCurrentEvent(parser);
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    break;
                }
            }
        }
        return text.toString();
    }

    /** The refusal of a body of the wrong form. */
    public static ContractException malformed(String message) {
        return ContractException.of(ErrorCode.MALFORMED_JSON, message);
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        private InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(Timestamps.write(value));
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        private InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            return Timestamps.parse(parser.getString());
        }
    }
}
