package io.gatehouse.orders;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;

/**
 * The money of one paid order: what may still be given back. Refunds under way and refunds made never exceed what was
 * paid.
 *
 * @param refunded what the player has got back
 * @param reserved what refunds under way will take
 * @param failed whether the last refund to end was one the channel did not pay
 */
record RefundAccount(Money paid, Money refunded, Money reserved, boolean failed) {

    RefundAccount {
        if (refunded.plus(reserved).isMoreThan(paid)) {
            throw new IllegalArgumentException("%s and %s exceed %s".formatted(refunded, reserved, paid));
        }
    }

    Money left() {
        return paid.minus(refunded).minus(reserved);
    }

    /** Takes an amount for a refund, before anybody decides on it or pays it. */
    RefundAccount reserve(String orderNo, Money amount) {
        IllegalTransition.unless(
                amount.currency().equals(paid.currency()), "order.refund-currency", orderNo, paid.currency());
        IllegalTransition.unless(
                amount.minor() > 0 && !amount.isMoreThan(left()), "order.refund-exceeds", amount, orderNo, left());
        return new RefundAccount(paid, refunded, reserved.plus(amount), failed);
    }

    RefundAccount settle(Money amount) {
        return new RefundAccount(paid, refunded.plus(amount), reserved.minus(amount), false);
    }

    /** The refund was refused or withdrawn: its amount is free again. */
    RefundAccount release(Money amount) {
        return new RefundAccount(paid, refunded, reserved.minus(amount), failed);
    }

    /** The channel did not pay: the amount is free again, and people see why the refund is not there. */
    RefundAccount fail(Money amount) {
        return new RefundAccount(paid, refunded, reserved.minus(amount), true);
    }

    RefundProgress progress() {
        if (reserved.minor() > 0) {
            return RefundProgress.REFUNDING;
        }
        if (failed) {
            return RefundProgress.REFUND_FAILED;
        }
        if (refunded.minor() == 0) {
            return RefundProgress.NONE;
        }
        return refunded.equals(paid) ? RefundProgress.REFUNDED : RefundProgress.PARTIALLY_REFUNDED;
    }
}
