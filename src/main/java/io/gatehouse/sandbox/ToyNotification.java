package io.gatehouse.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A notification as a game's server reads it, in any of the forms a game can choose.
 *
 * @param payload the raw text that was signed; empty where the form has none
 * @param content the payload, read
 * @param plainAnswer whether the form wants {@code ErrCode} in the answer instead of {@code returnCode}
 */
record ToyNotification(
        String event, String payload, String signature, boolean mock, JsonNode content, boolean plainAnswer) {

    static ToyNotification read(ObjectMapper json, String body) throws JsonProcessingException {
        var envelope = json.readTree(body);
        var event = envelope.path("Event").asText("");
        if (envelope.has("MiniGame")) {
            var part = envelope.path("MiniGame");
            var payload = part.path("Payload").asText("");
            return new ToyNotification(
                    event,
                    payload,
                    part.path("PayEventSig").asText(""),
                    part.path("IsMock").asBoolean(envelope.path("IsMock").asBoolean()),
                    content(json, payload),
                    true);
        }
        if (envelope.has("Payload")) {
            var payload = envelope.path("Payload").asText("");
            return new ToyNotification(
                    event,
                    payload,
                    envelope.path("PayEventSig").asText(""),
                    envelope.path("IsMock").asBoolean(),
                    content(json, payload),
                    false);
        }
        return new ToyNotification(event, "", "", envelope.path("IsMock").asBoolean(), envelope, true);
    }

    boolean isSigned() {
        return !payload.isEmpty();
    }

    boolean isRefund() {
        return event.contains("refund");
    }

    int env() {
        return content.path("Env").asInt(0);
    }

    String outTradeNo() {
        return content.path("OutTradeNo").asText(content.path("MchOrderId").asText(""));
    }

    private static JsonNode content(ObjectMapper json, String payload) throws JsonProcessingException {
        return payload.isEmpty() ? MissingNode.getInstance() : json.readTree(payload);
    }
}
