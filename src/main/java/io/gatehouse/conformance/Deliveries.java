package io.gatehouse.conformance;

import java.util.OptionalInt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How often the order of a notification was handed out so far, as far as the reply says so: a field {@code deliveries}
 * that nobody has to send.
 */
final class Deliveries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Deliveries() {}

    static OptionalInt in(Exchange exchange) {
        try {
            var count = JSON.readTree(exchange.reply().text()).path("deliveries");
            return count.canConvertToInt() && count.isIntegralNumber()
                    ? OptionalInt.of(count.intValue())
                    : OptionalInt.empty();
        } catch (JsonProcessingException e) {
            return OptionalInt.empty();
        }
    }
}
