package io.gatehouse.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.gatehouse.outbound.EndpointUrl;

/**
 * A row of the outbox in this instance's hands.
 *
 * @param body what goes out, byte for byte the same at every try
 * @param again whether somebody sent it again after its outcome was known: it starts no process any more
 * @param tries of this round, made so far
 * @param attempts all that were made so far
 * @param early whether it is taken before it is due, to see if its endpoint is back
 * @param fence the number that must still be on the row when the result is written back
 * @param leaseEnd until when it is ours, in {@link System#nanoTime()}
 */
record Parcel(
        UUID id,
        Kind kind,
        Endpoint endpoint,
        EndpointUrl url,
        String orderNo,
        @Nullable String refundNo,
        String body,
        boolean again,
        int tries,
        int attempts,
        boolean early,
        long fence,
        long leaseEnd) {

    /** The id the receiver sees; the same at every try. */
    String messageId() {
        return messageId(id);
    }

    static String messageId(UUID id) {
        return "msg_" + id.toString().replace("-", "");
    }

    /** The same, with nothing left to wait for. */
    Parcel atItsLastTry(int repeats) {
        return new Parcel(
                id,
                kind,
                endpoint,
                url,
                orderNo,
                refundNo,
                body,
                again,
                Math.max(tries, repeats),
                attempts,
                false,
                fence,
                leaseEnd);
    }
}
