package io.gatehouse.serverapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of machines: one object and nothing after it, no member twice (what was signed has one meaning only).
 * Members nobody knows are passed over, as existing SDKs send some.
 */
final class JsonBody {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** @throws NoObject with what is wrong */
    static JsonNode parse(String text) {
        try {
            var node = STRICT.readTree(text);
            if (!node.isObject()) {
                throw new NoObject("the body is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new NoObject("the body is not JSON: " + e.getOriginalMessage());
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
