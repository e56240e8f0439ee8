package io.gatehouse.orders;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where an order stands between the purchase and the delivery. Refunds have an axis of their own. */
public enum OrderState {
    CREATED,
    PAYING,
    PAID,
    /** Paid, and waiting because the game's notifications are off: told from their switch when it is shown, never stored. */
    HELD,
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
                            OrderEvent.TRIED, DELIVERING,
                            OrderEvent.SENT, DELIVERING,
                            OrderEvent.ACKNOWLEDGED, DELIVERED,
                            OrderEvent.GIVEN_UP, DELIVERY_FAILED,
                            OrderEvent.CONFIRMED, DELIVERED),
            HELD, Map.of(),
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

    /** Whether its notification has still to be accepted by the game's server, without anybody being asked. */
    public boolean isUnderWay() {
        return this == PAID || this == HELD || this == DELIVERING;
    }

    /** As it is shown while the game's notifications are on, or off. */
    OrderState shown(boolean notificationsOn) {
        return isUnderWay() && !notificationsOn ? HELD : this;
    }

    /** The stored states that are shown as this one, by the names the database knows them by. */
    String[] stored(boolean notificationsOn) {
        return Arrays.stream(values())
                .filter(it -> it != HELD && it.shown(notificationsOn) == this)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The states in which an event changes something, by the names the database knows them by. */
    static String[] before(OrderEvent event) {
        return Arrays.stream(values())
                .filter(it -> it.after(event).isPresent())
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
