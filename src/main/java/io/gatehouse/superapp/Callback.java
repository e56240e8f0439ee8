package io.gatehouse.superapp;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the superapp's backend tells us, deciphered and certainly from it.
 *
 * @param id its number of the message
 * @param event for example {@code TRANSACTION.SUCCESS}
 * @param resource the clear text: an object
 * @param sentAt the time it was signed with
 * @param nonce what it was signed with to be taken once only
 */
public record Callback(String id, String event, JsonNode resource, Instant sentAt, String nonce) {

    /** A text of the resource, or nothing at all. */
    public String text(String field) {
        return resource.path(field).asText("");
    }
}
