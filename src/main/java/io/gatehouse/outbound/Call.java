package io.gatehouse.outbound;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param headers beside content type and host
 * @param type the content type of the body
 * @param body its exact bytes; null for a GET
 * @param most bytes of the reply that are read; a longer one is a failure
 * @param spread the time over which the body leaves, in pieces; zero for at once
 */
public record Call(
        EndpointUrl url, Map<String, String> headers, String type, byte @Nullable [] body, int most, Duration spread) {

    private static final int SHORT_REPLY = 64 * 1024;

    public static Call post(EndpointUrl url, Map<String, String> headers, String type, byte[] body) {
        return new Call(url, headers, type, body, SHORT_REPLY, Duration.ZERO);
    }

    public static Call get(EndpointUrl url, Map<String, String> headers, int most) {
        return new Call(url, headers, "", null, most, Duration.ZERO);
    }

    /** The same as over a poor line. */
    public Call slowly(Duration time) {
        return new Call(url, headers, type, body, most, time);
    }

    String method() {
        return body == null ? "GET" : "POST";
    }
}
