package io.gatehouse.sandbox;

import java.io.StringReader;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the XML of a message as the JSON it could as well have been: elements become fields, all values texts. */
final class ToyXml {

    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private ToyXml() {}

    static JsonNode read(String text) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new StringReader(text));
        reader.nextTag();
        return element(reader);
    }

    private static JsonNode element(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        ObjectNode fields = null;
        while (reader.next() != XMLStreamReader.END_ELEMENT) {
            if (reader.isStartElement()) {
                fields = fields == null ? JsonNodeFactory.instance.objectNode() : fields;
                fields.set(reader.getLocalName(), element(reader));
            } else if (reader.hasText()) {
                text.append(reader.getText());
            }
        }
        return fields == null ? JsonNodeFactory.instance.textNode(text.toString()) : fields;
    }
}
