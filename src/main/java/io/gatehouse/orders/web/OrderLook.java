package io.gatehouse.orders.web;

import java.net.URI;

import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.RefundProgress;

/** The colour of a state; the word beside it is in the bundles. */
final class OrderLook {

    private OrderLook() {}

    static String of(OrderState state) {
        return switch (state) {
            case DELIVERED -> "ok";
            case CREATED, PAYING, CLOSED -> "idle";
            case PAID, HELD, DELIVERING -> "warn";
            case DELIVERY_FAILED -> "bad";
        };
    }

    static String of(RefundProgress refund) {
        return switch (refund) {
            case NONE -> "idle";
            case REFUNDING -> "review";
            case PARTIALLY_REFUNDED, REFUNDED -> "info";
            case REFUND_FAILED -> "bad";
        };
    }

    /** Pictures are ours: their path is enough, and holds whatever address the console is reached by. */
    static String picture(String url) {
        return URI.create(url).getRawPath();
    }
}
