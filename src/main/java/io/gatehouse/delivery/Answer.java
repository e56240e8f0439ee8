package io.gatehouse.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read as JSON or XML.
 *
 * @param readable whether it is an object at all
 * @param code what its field for that says; null if there is none
 */
record Answer(boolean readable, @Nullable String code) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final XMLInputFactory XML = withoutTricks();
    private static final Answer UNREADABLE = new Answer(false, null);

    /** Neither a document type, which could swell without end, nor anything outside of the answer itself. */
    private static XMLInputFactory withoutTricks() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    boolean isZero() {
        return "0".equals(code);
    }

    static Answer json(byte[] body, String field) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException e) {
            return UNREADABLE;
        }
        if (!root.isObject()) {
            return UNREADABLE;
        }
        return new Answer(
                true, Optional.ofNullable(root.get(field)).map(Answer::code).orElse(null));
    }

    private static @Nullable String code(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** An element of that name right below the root, whatever the root is called. */
    static Answer xml(byte[] body, String field) {
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            var depth = 0;
            String code = null;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth == 2 && reader.getLocalName().equals(field) && code == null) {
                            code = reader.getElementText().strip();
                            depth--;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {}
                }
            }
            return new Answer(true, code);
        } catch (XMLStreamException e) {
            return UNREADABLE;
        }
    }
}
