package io.gatehouse.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One attempt, as a person sees it.
 *
 * @param number counted over all rounds
 * @param mock whether it was a test
 * @param url what was configured then
 * @param address the address really connected to; null if none was
 * @param millis until the reply was whole or the attempt was given up
 * @param status the HTTP status; 0 if there was no answer
 * @param diagnosis key of {@code delivery.diagnosis.<key>} and {@code delivery.advice.<key>}
 * @param detail what stands in their place {0}
 * @param form what the body has
 * @param request the request as it was sent, its signatures masked
 * @param replyType the content type of the reply
 * @param reply at most 4 KiB of it
 */
public record AttemptView(
        int number,
        Kind kind,
        boolean mock,
        Instant at,
        String url,
        @Nullable String address,
        int millis,
        int status,
        Outcome outcome,
        String diagnosis,
        String detail,
        Form form,
        String request,
        @Nullable String replyType,
        String reply) {

    public boolean acknowledged() {
        return outcome == Outcome.ACKNOWLEDGED;
    }

    /** How far it came: 0 address, 1 connection, 2 reply, 3 status, 4 JSON, 5 returnCode; 6 if all of it was well. */
    public int failedStep() {
        return Diagnosis.of(diagnosis).step();
    }

    /** Status and content type, as they stood before the reply. */
    public String replyHead() {
        return replyType == null
                ? "HTTP %d%n%n".formatted(status)
                : "HTTP %d%ncontent-type: %s%n%n".formatted(status, replyType);
    }
}
