package io.gatehouse.conformance;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.gatehouse.delivery.TestCall;
import io.gatehouse.wire.StandardWebhooks;

/** A request as a person may see it: what proves our identity is shortened beyond use. */
final class Masked {

    private static final Pattern SIGNATURE =
            Pattern.compile("(\"PayEventSig\":\"|<PayEventSig>)([0-9a-f]{4})[0-9a-f]+([0-9a-f]{4})");

    private static final List<String> FIRST =
            List.of(StandardWebhooks.ID, StandardWebhooks.TIMESTAMP, StandardWebhooks.SIGNATURE);

    /** As every notification has them; others after those. */
    private static final Comparator<String> IN_ORDER = Comparator.comparingInt(
                    (String it) -> FIRST.contains(it) ? FIRST.indexOf(it) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private Masked() {}

    static String request(String url, TestCall call) {
        var uri = URI.create(url);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        var headers = call.headers().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, IN_ORDER))
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
