package io.gatehouse.conformance;

import java.io.StringReader;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The XML of notifications as a tree and back: elements within elements, each name once; every value is a text. */
final class Markup {

    private static final XMLInputFactory READERS = withoutTricks();

    private Markup() {}

    /** Neither a document type, which could swell without end, nor anything outside of the text itself. */
    private static XMLInputFactory withoutTricks() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** What is inside the outermost element. */
    static JsonNode read(String xml) throws XMLStreamException {
        var reader = READERS.createXMLStreamReader(new StringReader(xml));
        reader.nextTag();
        return element(reader);
    }

    private static JsonNode element(XMLStreamReader reader) throws XMLStreamException {
        var fields = JsonNodeFactory.instance.objectNode();
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> fields.set(reader.getLocalName(), element(reader));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return fields.isEmpty() ? JsonNodeFactory.instance.textNode(text.toString()) : fields;
                }
                default -> {}
            }
        }
    }

    static String write(ObjectNode content) {
        var xml = new StringBuilder();
        element(xml, "xml", content);
        return xml.toString();
    }

    private static void element(StringBuilder xml, String name, JsonNode content) {
        xml.append('<').append(name).append('>');
        if (content.isObject()) {
            content.properties().forEach(it -> element(xml, it.getKey(), it.getValue()));
        } else {
            xml.append(content.asText()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\r", "&#13;"));
        }
        xml.append("</").append(name).append('>');
    }
}
