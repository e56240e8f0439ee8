package io.gatehouse.orders;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where an order stands between the purchase and the delivery. Refunds have an axis of their own. */
public enum OrderState {
    CREATED,
    PAYING,
    PAID,
    DELIVERING,
    DELIVERED,
    DELIVERY_FAILED,
    CLOSED;

    /** The whole state machine; the database is changed by statements made from it. */
    private static final Map<OrderState, Map<OrderEvent, OrderState>> MACHINE = Map.of(
            CREATED, Map.of(OrderEvent.OPENED, PAYING, OrderEvent.PAID, PAID, OrderEvent.CLOSED, CLOSED),
            PAYING, Map.of(OrderEvent.PAID, PAID, OrderEvent.CLOSED, CLOSED),
            PAID,
                    Map.of(
                            OrderEvent.SENT, DELIVERING,
                            OrderEvent.ACKNOWLEDGED, DELIVERED,
                            OrderEvent.GIVEN_UP, DELIVERY_FAILED,
                            OrderEvent.CONFIRMED, DELIVERED),
            DELIVERING,
                    Map.of(
                            OrderEvent.ACKNOWLEDGED, DELIVERED,
                            OrderEvent.GIVEN_UP, DELIVERY_FAILED,
                            OrderEvent.CONFIRMED, DELIVERED),
            DELIVERY_FAILED,
                    Map.of(
                            OrderEvent.SENT, DELIVERING,
                            OrderEvent.ACKNOWLEDGED, DELIVERED,
                            OrderEvent.CONFIRMED, DELIVERED),
            DELIVERED, Map.of(),
            CLOSED, Map.of());

    /** The state after an event; empty if the event changes nothing or is impossible here. */
    Optional<OrderState> after(OrderEvent event) {
        return Optional.ofNullable(MACHINE.get(this).get(event));
    }

    boolean isPaid() {
        return this != CREATED && this != PAYING && this != CLOSED;
    }

    /** The states in which an event changes something, by the names the database knows them by. */
    static String[] before(OrderEvent event) {
        return Arrays.stream(values())
                .filter(it -> it.after(event).isPresent())
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
