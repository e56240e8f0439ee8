package io.gatehouse.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.wire.Signatures;

/** A notification that was sent, opened: its envelope, and the payload inside that PayEventSig is made over. */
class Letter {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PAYLOAD = "Payload";
    private static final String SIGNATURE = "PayEventSig";

    private final String body;
    private final ObjectNode envelope;

    /** Where payload and signature are: the envelope itself, or a part of it. */
    private final ObjectNode signed;

    private Letter(String body, ObjectNode envelope) {
        this.body = body;
        this.envelope = envelope;
        this.signed = envelope.get("MiniGame") instanceof ObjectNode part ? part : envelope;
    }

    static Letter open(String body) {
        return read(body) instanceof ObjectNode envelope
                ? new Letter(body, envelope)
                : new Letter(body, JSON.createObjectNode());
    }

    /** The fields of the payload that can be changed, with their values; names of nested ones have a dot. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        collect("", payload(), fields);
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
        return signed.path(SIGNATURE).isTextual() && signed.path(PAYLOAD).isTextual();
    }

    /** Env of the payload; 0 where it has none. */
    int env() {
        return payload().path("Env").asInt();
    }

    /**
     * The body with that field changed, signed with that key. A number stays one if it can.
     *
     * @throws InvalidValue if the payload has no such field
     */
    String withField(String name, String value, String key) {
        var payload = payload();
        var at = name.lastIndexOf('.');
        var parent = at < 0 ? payload : payload.at("/" + name.substring(0, at).replace('.', '/'));
        var field = name.substring(at + 1);
        if (!(parent instanceof ObjectNode object) || !object.path(field).isValueNode()) {
            throw new InvalidValue("subject", "laboratory.field");
        }
        if (object.get(field).isNumber() && value.matches("-?\\d{1,18}")) {
            object.put(field, Long.parseLong(value));
        } else {
            object.put(field, value);
        }
        return signed.has(PAYLOAD) ? sealed(text(payload), key) : text(payload);
    }

    /** The body as it was, signed with that key. */
    String signedWith(String key) {
        return isSigned() ? sealed(signed.path(PAYLOAD).textValue(), key) : body;
    }

    private String sealed(String payload, String key) {
        var copy = envelope.deepCopy();
        var part = signed == envelope ? copy : (ObjectNode) copy.get("MiniGame");
        part.put(PAYLOAD, payload);
        part.put(SIGNATURE, Signatures.payEventSig(key, envelope.path("Event").asText(), payload));
        return text(copy);
    }

    String asMock() {
        var copy = envelope.deepCopy();
        var part = signed == envelope ? copy : (ObjectNode) copy.get("MiniGame");
        part.put("IsMock", true);
        return text(copy);
    }

    /** The letter or digit at that position, or the next one after it, becomes another one. */
    String withAnotherByteAt(int position) {
        for (var at = Math.min(position, body.length() - 1); at >= 0 && at < body.length(); at++) {
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

    private JsonNode payload() {
        return signed.path(PAYLOAD).isTextual() ? read(signed.path(PAYLOAD).textValue()) : envelope.deepCopy();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read can be written", e);
        }
    }
}
