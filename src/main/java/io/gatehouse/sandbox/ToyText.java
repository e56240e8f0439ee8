package io.gatehouse.sandbox;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What went over the wire, laid out to be read. */
@Component
@Profile("sandbox")
class ToyText {

    private final ObjectMapper json;

    ToyText(ObjectMapper json) {
        this.json = json;
    }

    /** JSON line by line; what stands as JSON inside a text of it follows, laid out too. Anything else as it is. */
    String laidOut(String text) {
        return read(text).map(this::laidOut).orElse(text);
    }

    String laidOut(Object value) {
        return laidOut(json.<JsonNode>valueToTree(value));
    }

    private String laidOut(JsonNode node) {
        var text = new StringBuilder(node.toPrettyString());
        node.properties()
                .forEach(field -> Optional.of(field.getValue())
                        .filter(JsonNode::isTextual)
                        .flatMap(it -> read(it.textValue()))
                        .ifPresent(it -> text.append("\n\n")
                                .append(field.getKey())
                                .append(":\n")
                                .append(it.toPrettyString())));
        return text.toString();
    }

    private Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
