package io.gatehouse.conformance;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.gatehouse.delivery.TestCall;
import io.gatehouse.wire.StandardWebhooks;

/** A request as a person may see it: what proves our identity is shortened beyond use. */
final class Masked {

    private static final Pattern SIGNATURE =
            Pattern.compile("(\"PayEventSig\":\"|<PayEventSig>)([0-9a-f]{4})[0-9a-f]+([0-9a-f]{4})");

    private Masked() {}

    static String request(String url, TestCall call) {
        var uri = URI.create(url);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        var headers = call.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + ": " + header(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                POST %s HTTP/1.1
                host: %s
                content-type: %s
                %s

                %s""".formatted(
                        target,
                        uri.getRawAuthority(),
                        call.form().contentType(),
                        headers,
                        SIGNATURE.matcher(call.body()).replaceAll("$1$2…$3"));
    }

    private static String header(String name, String value) {
        return name.equals(StandardWebhooks.SIGNATURE) ? value.replaceAll("v1,\\S+", "v1,********") : value;
    }
}
