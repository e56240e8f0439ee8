package io.gatehouse.delivery;

import java.util.Map;

/**
 * A request to a Test URL, exactly as its sender wants it.
 *
 * @param form what the body has, or had before it was changed: its content type, and what counts as success
 * @param headers beside content type and host
 * @param slowly whether the body leaves in pieces, over half of an attempt's time
 */
public record TestCall(Form form, Map<String, String> headers, String body, boolean slowly) {

    public TestCall {
        headers = Map.copyOf(headers);
    }
}
