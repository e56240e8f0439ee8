package io.gatehouse.sandbox;

import javax.xml.stream.XMLStreamException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.http.MediaType;

/**
 * A notification as a game's server reads it, in any of the forms a game can choose.
 *
 * @param payload the raw text that was signed; empty where the form has none
 * @param content the payload, read
 * @param answer the form it wants to be answered in
 */
record ToyNotification(String event, String payload, String signature, boolean mock, JsonNode content, Answer answer) {

    /** With {@code returnCode}, or with {@code ErrCode} in either notation. */
    enum Answer {
        RETURN_CODE,
        ERR_CODE,
        ERR_CODE_IN_XML;

        MediaType type() {
            return this == ERR_CODE_IN_XML ? MediaType.TEXT_XML : MediaType.APPLICATION_JSON;
        }
    }

    static ToyNotification read(ObjectMapper json, String body) throws JsonProcessingException, XMLStreamException {
        var xml = body.startsWith("<");
        var envelope = xml ? ToyXml.read(body) : json.readTree(body);
        var message = xml ? Answer.ERR_CODE_IN_XML : Answer.ERR_CODE;
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
                    message);
        }
        if (envelope.has("Payload")) {
            var payload = envelope.path("Payload").asText("");
            return new ToyNotification(
                    event,
                    payload,
                    envelope.path("PayEventSig").asText(""),
                    envelope.path("IsMock").asBoolean(),
                    content(json, payload),
                    Answer.RETURN_CODE);
        }
        return new ToyNotification(event, "", "", envelope.path("IsMock").asBoolean(), envelope, message);
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
