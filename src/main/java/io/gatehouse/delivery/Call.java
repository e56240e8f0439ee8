package io.gatehouse.delivery;

import java.util.Map;

/** One request to an endpoint: the headers beside content type and host, and the exact bytes of the body. */
record Call(EndpointUrl url, Map<String, String> headers, byte[] body) {}
