package io.gatehouse.serverapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.gatehouse.core.StorableText;

/**
 * Reads the JSON of machines: one object and nothing after it, no member twice (what was signed has one meaning only).
 * Members nobody knows are passed over, as existing SDKs send some.
 */
final class JsonBody {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final String ADVICE =
            "(?s)(: enable `|, from `|: maybe a| \\(bound as| \\(start marker|: was expecting \\(JSON|\\n).*";

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** @throws NoObject with what is wrong */
    static JsonNode parse(String text) {
        if (text.isEmpty()) {
            throw new NoObject("the body is empty, send a JSON object");
        }
        try {
            var node = STRICT.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            if (!node.isObject()) {
                throw new NoObject("the body is not a JSON object");
            }
            if (text.indexOf('\\') >= 0) {
                refuseUnstorable(node, "the body");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new NoObject("the body is not JSON: " + reason(e));
        }
    }

    /** Without what the parser advises its own programmers. */
    private static String reason(JsonProcessingException fault) {
        var said = fault.getOriginalMessage().replaceFirst(ADVICE, "");
        var at = fault.getLocation();
        return at == null ? said : "%s (line %d, column %d)".formatted(said, at.getLineNr(), at.getColumnNr());
    }

    /** Only an escape can say it. */
    private static void refuseUnstorable(JsonNode node, String name) {
        if (node.isTextual() && !StorableText.isStorable(node.textValue())) {
            throw new NoObject(name + " has the character U+0000 or half of a surrogate pair, leave it out");
        }
        if (node.isObject()) {
            node.properties().forEach(it -> refuseUnstorable(it.getValue(), it.getKey()));
        } else {
            node.elements().forEachRemaining(it -> refuseUnstorable(it, name));
        }
    }

    /** A body that is no JSON object. */
    static class NoObject extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoObject(String message) {
            super(message);
        }
    }
}
