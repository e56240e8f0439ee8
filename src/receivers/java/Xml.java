import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of notifications: elements within elements become maps, all others texts. */
class Xml {

    private static final XMLInputFactory READERS = withoutTricks();

    private Xml() {}

    /** No document type, which could swell without end, and nothing from outside of the text. */
    private static XMLInputFactory withoutTricks() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @throws Refused for anything but one element with elements inside */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(text));
            reader.nextTag();
            var object = element(reader);
            if (object instanceof Map<?, ?> fields && reader.next() == XMLStreamConstants.END_DOCUMENT) {
                return (Map<String, Object>) fields;
            }
        } catch (XMLStreamException e) {
            // it is told below
        }
        throw new Refused(400, "this is no notification");
    }

    private static Object element(XMLStreamReader reader) throws XMLStreamException {
        var fields = new LinkedHashMap<String, Object>();
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = reader.getLocalName();
                    fields.put(name, element(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return fields.isEmpty() ? text.toString() : fields;
                }
                default -> throw new XMLStreamException("neither an element nor text");
            }
        }
    }
}
