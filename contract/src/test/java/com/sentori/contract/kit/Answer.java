package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractIntegerAssert;
import org.assertj.core.api.AbstractLongAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a server answered, with assertions that show request and answer where they fail. */
final class Answer {
    private static final int SHOWN = 3_000;

    private final String request;
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private @Nullable JsonNode json;

    Answer(String request, int status, Map<String, List<String>> headers, byte[] body) {
        this.request = request;
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (!name.startsWith(":")) {
                this.headers.put(name, List.copyOf(values));
            }
        });
        this.body = body;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a tree. */
    JsonNode json() {
        JsonNode tree = json;
        if (tree == null) {
            try {
                tree = Json.MAPPER.readTree(body);
            } catch (JacksonException e) {
                throw new AssertionError(this + "\nis not JSON: " + e.getOriginalMessage(), e);
            }
            json = tree;
        }
        return tree;
    }

    /** The node at a JSON pointer; fails without. */
    JsonNode at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isMissingNode()).as("%s\nlacks %s", this, pointer).isFalse();
        return node;
    }

    /** The string at a JSON pointer; fails if it is anything else. */
    String textAt(String pointer) {
        JsonNode node = at(pointer);
        assertThat(node.isString()).as("%s\n%s is a string", this, pointer).isTrue();
        return node.stringValue();
    }

    /** The string at a JSON pointer, or null where null stands. */
    @Nullable
    String textOrNullAt(String pointer) {
        return at(pointer).isNull() ? null : textAt(pointer);
    }

    /** The whole number at a JSON pointer; fails if it is anything else. */
    long numberAt(String pointer) {
        JsonNode node = at(pointer);
        assertThat(node.isIntegralNumber()).as("%s\n%s is a whole number", this, pointer).isTrue();
        return node.longValue();
    }

    /** One member of each object in the array at a JSON pointer, as text. */
    List<String> textsAt(String pointer, String member) {
        JsonNode array = at(pointer);
        assertThat(array.isArray()).as("%s\n%s is an array", this, pointer).isTrue();
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array.values()) {
            JsonNode value = item.get(member);
            assertThat(value).as("%s\nan item lacks %s", this, member).isNotNull();
            texts.add(value.isString() ? value.stringValue() : value.toString());
        }
        return texts;
    }

    Answer is(int expected) {
        assertThat(status).as("%s\nstatus", this).isEqualTo(expected);
        if (expected < 300 && body.length > 0) {
            header("Content-Type").startsWith("application/json");
        }
        return this;
    }

    /** Expects 200 with something else than JSON. */
    Answer isDownload() {
        assertThat(status).as("%s\nstatus", this).isEqualTo(200);
        return this;
    }

    /** Expects a problem document with this status and code, whole in all its members. */
    Answer isRefused(int expected, String code) {
        is(expected);
        header("Content-Type").startsWith("application/problem+json");
        number("/status").isEqualTo(expected);
        text("/code").isEqualTo(code);
        text("/type").isNotBlank();
        text("/title").isNotBlank();
        text("/detail").isNotBlank();
        text("/error").isNotBlank();
        text("/message").isNotBlank();
        assertThat(bodyText()).as("%s\ntells nothing of the inside", this)
                .doesNotContain("Exception", "java.", "\tat ", "tools.jackson", "org.springframework", "SQL state");
        return this;
    }

    /** Expects 400 {@code VALIDATION_FAILED} for this field among others. */
    Answer isInvalid(String field) {
        isRefused(400, "VALIDATION_FAILED");
        that(textsAt("/errors", "field")).contains(field);
        textsAt("/errors", "message").forEach(message -> assertThat(message).as(this::toString).isNotBlank());
        return this;
    }

    /** Expects 400 with either code of a bad body. */
    Answer isBadRequest() {
        is(400);
        return isRefused(400, at("/code").asString().equals("MALFORMED_JSON") ? "MALFORMED_JSON" : "VALIDATION_FAILED");
    }

    AbstractStringAssert<?> header(String name) {
        return assertThat(headerValue(name)).as("%s\nheader %s", this, name);
    }

    /** The header's values joined by commas; null without. */
    @Nullable
    String headerValue(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(", ", values);
    }

    /** How often the header stands in the answer. */
    int headerCount(String name) {
        return headers.getOrDefault(name, List.of()).size();
    }

    AbstractStringAssert<?> text(String pointer) {
        return assertThat(textOrNullAt(pointer)).as("%s\n%s", this, pointer);
    }

    AbstractLongAssert<?> number(String pointer) {
        return assertThat(numberAt(pointer)).as("%s\n%s", this, pointer);
    }

    ObjectAssert<JsonNode> node(String pointer) {
        return assertThat((Object) at(pointer)).as("%s\n%s", this, pointer)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(JsonNode.class));
    }

    <T> ListAssert<T> that(List<T> actual) {
        return assertThat(actual).as(this::toString);
    }

    AbstractStringAssert<?> that(String actual) {
        return assertThat(actual).as(this::toString);
    }

    AbstractIntegerAssert<?> that(int actual) {
        return assertThat(actual).as(this::toString);
    }

    @Override
    public String toString() {
        return "\n--- request\n" + request + "\n--- answer\n" + status + "\n" + headers + "\n" + cut(bodyText())
                + "\n---";
    }

    static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
