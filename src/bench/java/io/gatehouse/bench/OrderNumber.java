package io.gatehouse.bench;

/** How an order is named on every wire, so that the receiver knows it again whoever tells of it. */
final class OrderNumber {

    static final String PREFIX = "BENCH";

    private OrderNumber() {}

    static String of(int order) {
        return PREFIX + "%09d".formatted(order);
    }

    static int of(String name) {
        return Integer.parseInt(name.substring(PREFIX.length()));
    }
}
