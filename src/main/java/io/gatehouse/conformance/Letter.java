package io.gatehouse.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.wire.Signatures;

/**
 * A notification that was sent, opened: its envelope in either notation, and the payload inside that PayEventSig is made
 * over. Where there is none, what it tells stands in the envelope itself.
 */
class Letter {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PAYLOAD = "Payload";
    private static final String SIGNATURE = "PayEventSig";
    private static final String PART = "MiniGame";

    private final String body;
    private final ObjectNode envelope;

    private Letter(String body, ObjectNode envelope) {
        this.body = body;
        this.envelope = envelope;
    }

    static Letter open(String body) {
        return read(body) instanceof ObjectNode envelope
                ? new Letter(body, envelope)
                : new Letter(body, JSON.createObjectNode());
    }

    /** What it tells: the payload, or the envelope where it has none. */
    JsonNode content() {
        var signed = signedPart(envelope);
        return signed.path(PAYLOAD).isTextual() ? read(signed.path(PAYLOAD).textValue()) : envelope.deepCopy();
    }

    /** The fields that can be changed, with their values; names of nested ones have a dot. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        collect("", content(), fields);
        return fields;
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> fields) {
        node.properties().forEach(it -> {
            if (it.getValue().isObject()) {
                collect(prefix + it.getKey() + ".", it.getValue(), fields);
            } else if (it.getValue().isValueNode()) {
                fields.put(prefix + it.getKey(), it.getValue().asText());
            }
        });
    }

    boolean isSigned() {
        return signedPart(envelope).path(SIGNATURE).isTextual();
    }

    /** Env of what it tells; 0 where it has none. */
    int env() {
        return content().path("Env").asInt();
    }

    /**
     * The body with that field changed, signed with that key. A number stays one if it can.
     *
     * @throws InvalidValue if there is no such field
     */
    String withField(String name, String value, String key) {
        var content = content();
        var at = name.lastIndexOf('.');
        var parent = at < 0 ? content : content.at("/" + name.substring(0, at).replace('.', '/'));
        var field = name.substring(at + 1);
        if (!(parent instanceof ObjectNode object) || !object.path(field).isValueNode()) {
            throw new InvalidValue("subject", "laboratory.field");
        }
        if (object.get(field).isNumber() && value.matches("-?\\d{1,18}")) {
            object.put(field, Long.parseLong(value));
        } else {
            object.put(field, value);
        }
        return isSigned() ? sealed(text(content), key) : write((ObjectNode) content);
    }

    /**
     * The body as it was, signed with that key.
     *
     * @throws InvalidValue if its form has no signature inside
     */
    String signedWith(String key) {
        if (!isSigned()) {
            throw new InvalidValue("kind", "laboratory.no-pay-event-sig");
        }
        return sealed(signedPart(envelope).path(PAYLOAD).asText(), key);
    }

    private String sealed(String payload, String key) {
        var copy = envelope.deepCopy();
        signedPart(copy)
                .put(PAYLOAD, payload)
                .put(
                        SIGNATURE,
                        Signatures.payEventSig(key, envelope.path("Event").asText(), payload));
        return write(copy);
    }

    String asMock() {
        var copy = envelope.deepCopy();
        signedPart(copy).put("IsMock", true);
        return write(copy);
    }

    /**
     * The letter or digit at that position, or the next one after it, becomes another one.
     *
     * @throws InvalidValue if there is none from there on
     */
    String withAnotherByteAt(int position) {
        for (var at = position; at < body.length(); at++) {
            var there = body.charAt(at);
            if (there < 128 && Character.isLetterOrDigit(there)) {
                return body.substring(0, at) + other(there) + body.substring(at + 1);
            }
        }
        throw new InvalidValue("subject", "laboratory.position");
    }

    private static char other(char there) {
        return switch (there) {
            case '9' -> '8';
            case 'z' -> 'y';
            case 'Z' -> 'Y';
            default -> (char) (there + 1);
        };
    }

    /** Where payload, signature and the mark of a mock are: the envelope itself, or a part of it. */
    private static ObjectNode signedPart(ObjectNode envelope) {
        return envelope.get(PART) instanceof ObjectNode part ? part : envelope;
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("<") ? Markup.read(text) : JSON.readTree(text);
        } catch (JsonProcessingException | XMLStreamException e) {
            return JSON.createObjectNode();
        }
    }

    /** In the notation it came in. */
    private String write(ObjectNode content) {
        return body.startsWith("<") ? Markup.write(content) : text(content);
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
