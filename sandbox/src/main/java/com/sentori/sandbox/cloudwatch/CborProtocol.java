package com.sentori.sandbox.cloudwatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Smithy RPC v2 CBOR, which the AWS SDKs speak: the operation is in the path, times have the tag 1, and a refusal names its shape in
 * {@code __type} and its older code in a header.
 */
final class CborProtocol implements Protocol {
    private static final Pattern PATH = Pattern
            .compile("/service/GraniteServiceVersion20100801/operation/([A-Za-z]{1,64})");
    private static final int EPOCH_SECONDS = 1;
    private static final CBORMapper MAPPER = CBORMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(Times.written(CborProtocol::tagged))
            .build();

    @Override
    public @Nullable String operation(Request request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches() ? path.group(1) : null;
    }

    @Override
    public <T> T read(Request request, Class<T> type) {
        // An operation without a single parameter may come without a body.
        byte[] body = request.body().length == 0 ? MAPPER.writeValueAsBytes(Map.of()) : request.body();
        return MAPPER.readValue(body, type);
    }

    @Override
    public Reply answer(String operation, @Nullable Object answer, String requestId) {
        return reply(200, answer == null ? Map.of() : answer, Map.of(), requestId);
    }

    @Override
    public Reply fault(Fault fault, String requestId) {
        Fault.Kind kind = fault.kind();
        return reply(kind.status(),
                Map.of("__type", "com.amazonaws.cloudwatch#" + kind.type(), "message", fault.sentence()),
                Map.of("x-amzn-query-error", kind.code() + ";" + kind.blame()), requestId);
    }

    private static Reply reply(int status, Object body, Map<String, String> more, String requestId) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/cbor");
        headers.put("smithy-protocol", "rpc-v2-cbor");
        headers.put("x-amzn-RequestId", requestId);
        return new Reply(status, headers, MAPPER.writeValueAsBytes(body));
    }

    private static void tagged(Instant time, JsonGenerator generator) {
        if (generator instanceof CBORGenerator cbor) {
            cbor.writeTag(EPOCH_SECONDS);
        }
        Times.seconds(time, generator);
    }
}
