package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became of a call to a Test URL.
 *
 * @param address the address really connected to; null if none was
 * @param millis until the reply was whole or the call was given up
 * @param status the HTTP status; 0 if there was no answer
 * @param form what was asked for, and decides what counts as success
 * @param diagnosis key of {@code delivery.diagnosis.<key>} and {@code delivery.advice.<key>}
 * @param detail what stands in their place {0}
 * @param type the content type of the reply
 * @param text at most 4 KiB of it
 */
public record TestReply(
        Instant at,
        @Nullable String address,
        int millis,
        int status,
        Form form,
        Outcome outcome,
        String diagnosis,
        String detail,
        @Nullable String type,
        String text) {

    /** Whether the request had left when the call ended. */
    public boolean wasSent() {
        return Diagnosis.of(diagnosis).isAfterSending(address);
    }
}
