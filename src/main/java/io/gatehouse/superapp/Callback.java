package io.gatehouse.superapp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the superapp's backend tells us, deciphered and certainly from it.
 *
 * @param id its number of the message
 * @param event for example {@code TRANSACTION.SUCCESS}
 * @param resource the clear text: an object
 */
public record Callback(String id, String event, JsonNode resource) {

    /** A text of the resource, or nothing at all. */
    public String text(String field) {
        return resource.path(field).asText("");
    }
}
