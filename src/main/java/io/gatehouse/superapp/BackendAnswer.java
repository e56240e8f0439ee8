package io.gatehouse.superapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came of a call to the superapp's backend.
 *
 * @param code returnCode of the envelope; empty when there was none
 * @param message returnMessage of the envelope, or why nobody knows
 * @param data of the envelope
 */
public record BackendAnswer(Kind kind, String code, String message, JsonNode data) {

    /** Whether it was done, was refused by the backend itself, or nobody knows: no answer, or none to rely on. */
    public enum Kind {
        DONE,
        REFUSED,
        UNKNOWN
    }

    static BackendAnswer unknown(String why) {
        return new BackendAnswer(Kind.UNKNOWN, "", why, MissingNode.getInstance());
    }

    public boolean isDone() {
        return kind == Kind.DONE;
    }

    /** A text of the data, or nothing at all. */
    public String text(String field) {
        return data.path(field).asText("");
    }

    /** May hold keys. */
    @Override
    public String toString() {
        return "BackendAnswer[%s, %s, %s, data=********]".formatted(kind, code, message);
    }
}
