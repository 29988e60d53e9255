package com.sentori.sandbox.cloudwatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** AWS Query, which older SDKs speak: a form with {@code Action} and dotted names, answered in XML. */
final class QueryProtocol implements Protocol {
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .addModule(Times.written((Instant time, JsonGenerator out) -> out.writeString(time.toString())))
            .build();

    @Override
    public @Nullable String operation(Request request) {
        if (!request.mediaType().equals("application/x-www-form-urlencoded")) {
            return null;
        }
        return Form.parse(request.body()).get("Action") instanceof String action ? action : "";
    }

    @Override
    public <T> T read(Request request, Class<T> type) {
        return MAPPER.convertValue(Form.parse(request.body()), type);
    }

    @Override
    public Reply answer(String operation, @Nullable Object answer, String requestId) {
        return reply(200, requestId, xml -> {
            xml.writeStartElement(operation + "Response");
            xml.writeDefaultNamespace(NAMESPACE);
            if (answer != null) {
                write(xml, operation + "Result", MAPPER.valueToTree(answer));
            }
            xml.writeStartElement("ResponseMetadata");
            text(xml, "RequestId", requestId);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    @Override
    public Reply fault(Fault fault, String requestId) {
        return reply(fault.kind().status(), requestId, xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("Error");
            text(xml, "Type", fault.kind().blame());
            text(xml, "Code", fault.kind().code());
            text(xml, "Message", fault.sentence());
            xml.writeEndElement();
            text(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private static Reply reply(int status, String requestId, Document document) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            XMLStreamWriter xml = XML.createXMLStreamWriter(body, StandardCharsets.UTF_8.name());
            document.write(xml);
            xml.close();
            return new Reply(status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
                    body.toByteArray());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(XMLStreamWriter xml, String name, JsonNode node) throws XMLStreamException {
        if (node.isValueNode()) {
            text(xml, name, node.asString());
            return;
        }
        xml.writeStartElement(name);
        for (JsonNode member : node.isArray() ? node.values() : List.<JsonNode>of()) {
            write(xml, "member", member);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (name.equals("ExtendedStatistics")) {
                xml.writeStartElement("entry");
                text(xml, "key", member.getKey());
                write(xml, "value", member.getValue());
                xml.writeEndElement();
            } else {
                write(xml, member.getKey(), member.getValue());
            }
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.codePoints()
                .map(one -> one >= 0x20 || one == '\n' || one == '\t' ? one : 0xFFFD) // XML 1.0 has no others
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        xml.writeEndElement();
    }

    private interface Document {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }
}
