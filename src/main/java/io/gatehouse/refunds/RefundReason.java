package io.gatehouse.refunds;

import io.gatehouse.core.InvalidValue;

/** Why money is asked back; the numbers are those of {@code refund_reason} in the server API. */
public enum RefundReason {
    NONE,
    PRODUCT_PROBLEM,
    AFTER_SALES_PROBLEM,
    PLAYERS_WISH,
    PRICE,
    OTHER;

    /** @throws InvalidValue unless it is 0 to 5 */
    public static RefundReason of(int number) {
        if (number < 0 || number >= values().length) {
            throw new InvalidValue("refund_reason", "refund.reason-unknown", number);
        }
        return values()[number];
    }

    public int number() {
        return ordinal();
    }

    /** As the message bundles name it: {@code refunds.reason.3}. */
    public String key() {
        return "refunds.reason." + number();
    }
}
