package io.gatehouse.serverapi;

import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;

/** The envelope in which the superapp's backend is answered. */
final class Envelope {

    private Envelope() {}

    static Map<String, Object> of(Map<String, Object> data) {
        return Map.of(
                "returnCode",
                "0",
                "returnMessage",
                "ok",
                "data",
                data,
                "requestId",
                UUID.randomUUID().toString());
    }

    static Map<String, Object> refused(HttpStatus status, String sentence) {
        return Map.of(
                "returnCode", String.valueOf(status.value()),
                "returnMessage", sentence,
                "requestId", UUID.randomUUID().toString());
    }
}
