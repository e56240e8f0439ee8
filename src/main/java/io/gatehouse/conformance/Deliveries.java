package io.gatehouse.conformance;

import java.util.OptionalInt;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How often the order of a notification was handed out so far, as far as the reply says so: a field {@code deliveries}
 * that nobody has to send.
 */
final class Deliveries {

    private static final Pattern ELEMENT = Pattern.compile("<deliveries>(\\d{1,9})</deliveries>");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Deliveries() {}

    static OptionalInt in(Exchange exchange) {
        var text = exchange.reply().text();
        var element = ELEMENT.matcher(text);
        return element.find() ? OptionalInt.of(Integer.parseInt(element.group(1))) : inJson(text);
    }

    private static OptionalInt inJson(String text) {
        try {
            var count = JSON.readTree(text).path("deliveries");
            return count.isIntegralNumber() && count.canConvertToInt()
                    ? OptionalInt.of(count.intValue())
                    : OptionalInt.empty();
        } catch (JsonProcessingException e) {
            return OptionalInt.empty();
        }
    }
}
