package io.gatehouse.outbound;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of a call went, in milliseconds; null for a phase that there was not, or that was not reached.
 *
 * @param name looking the name up; null if it had just been looked up
 * @param connect opening the connection; null if one was open still
 * @param tls agreeing on the encryption
 * @param answer from the open connection to the head of the reply
 */
public record Timings(
        @Nullable Integer name,
        @Nullable Integer connect,
        @Nullable Integer tls,
        @Nullable Integer answer) {

    public static final Timings NONE = new Timings(null, null, null, null);
}
