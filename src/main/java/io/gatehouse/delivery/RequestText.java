package io.gatehouse.delivery;

import java.time.Instant;
import java.util.regex.Pattern;

import io.gatehouse.outbound.EndpointUrl;

/** A request as a person may see it: what proves our identity is shortened beyond use. */
class RequestText {

    private static final Pattern SIGNATURE =
            Pattern.compile("(\"PayEventSig\":\"|<PayEventSig>)([0-9a-f]{4})[0-9a-f]+([0-9a-f]{4})");

    private RequestText() {}

    static String of(EndpointUrl url, String messageId, Instant at, String body) {
        return """
                POST %s HTTP/1.1
                host: %s
                content-type: %s
                webhook-id: %s
                webhook-timestamp: %d
                webhook-signature: v1,********

                %s""".formatted(
                        url.target(),
                        url.uri().getRawAuthority(),
                        Form.of(body).contentType(),
                        messageId,
                        at.getEpochSecond(),
                        SIGNATURE.matcher(body).replaceAll("$1$2…$3"));
    }
}
