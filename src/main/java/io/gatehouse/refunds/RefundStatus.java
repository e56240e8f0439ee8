package io.gatehouse.refunds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a refund stands. */
public enum RefundStatus {
    /** The developer is asked what happened, until a deadline. */
    HEARING("is-review"),
    /** A reviewer of the superapp decides. */
    IN_REVIEW("is-review"),
    /** Granted; finance staff releases the payment because of its amount. */
    GRANTED("is-review"),
    /** Being paid back through the payment channel. */
    PAYING("is-warn"),
    /** The player has the money. */
    REFUNDED("is-ok"),
    REFUSED("is-bad"),
    /** Granted, but the payment channel will not pay it. */
    FAILED("is-bad");

    private final String look;

    RefundStatus(String look) {
        this.look = look;
    }

    /** Whether it can still change; an order has at most one open refund. */
    public boolean isOpen() {
        return this != REFUNDED && this != REFUSED && this != FAILED;
    }

    static List<RefundStatus> open() {
        return Arrays.stream(values()).filter(RefundStatus::isOpen).toList();
    }

    /** The class of its badge. */
    public String look() {
        return look;
    }

    /** As the message bundles name it: {@code refunds.status.in-review}. */
    public String key() {
        return "refunds.status." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
