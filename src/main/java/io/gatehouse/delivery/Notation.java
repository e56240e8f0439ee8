package io.gatehouse.delivery;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Writes texts, numbers, truth values and maps of them, in their order. */
class Notation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notation() {}

    static String json(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    static String xml(Map<String, Object> document) {
        var text = new StringBuilder();
        element(text, "xml", document);
        return text.toString();
    }

    private static void element(StringBuilder text, String name, Object value) {
        text.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, content) -> element(text, String.valueOf(field), content));
        } else {
            String.valueOf(value).codePoints().forEach(it -> character(text, it));
        }
        text.append("</").append(name).append('>');
    }

    private static void character(StringBuilder text, int point) {
        switch (point) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '\r' -> text.append("&#13;"); // a bare one is read as a line feed
            default -> text.appendCodePoint(isXmlCharacter(point) ? point : '\ufffd');
        }
    }

    /** XML has no way to write most control characters, not even an escaped one. */
    private static boolean isXmlCharacter(int point) {
        return point >= 0x20 && point <= 0xd7ff
                || point == '\t'
                || point == '\n'
                || point >= 0xe000 && point <= 0xfffd
                || point >= 0x10000;
    }
}
