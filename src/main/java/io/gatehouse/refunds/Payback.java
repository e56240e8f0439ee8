package io.gatehouse.refunds;

import java.util.Locale;

import org.springframework.stereotype.Component;

import io.gatehouse.core.Env;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.RefundOrder;
import io.gatehouse.superapp.RefundState;

/**
 * Has a granted refund paid by the superapp's payment channel, once. The channel is told under the refund's number and
 * never under another one; when its answer is lost, it is asked what became of that number before it is told again.
 */
@Component
class Payback {

    private final RefundPayments payments;
    private final Orders orders;
    private final PaymentChannel channel;

    Payback(RefundPayments payments, Orders orders, PaymentChannel channel) {
        this.payments = payments;
        this.orders = orders;
        this.channel = channel;
    }

    enum Outcome {
        PAID,
        FAILED,
        PENDING;

        /** As the gateway of the model asks for it. */
        String variable() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Outcome pay(String number) {
        var attempt = payments.begin(number);
        var refund = attempt.refund();
        return switch (refund.status()) {
            case REFUNDED -> Outcome.PAID;
            case FAILED -> Outcome.FAILED;
            default -> refund.env() == Env.SANDBOX ? moveNoMoney(number) : take(number, answer(attempt));
        };
    }

    /** An answer that says nothing lets the job fail: it is tried again, and people see it if that goes on. */
    private Outcome take(String number, RefundState state) {
        return switch (state.progress()) {
            case PAID -> {
                payments.paid(number, state.channelNo());
                yield Outcome.PAID;
            }
            case FAILED -> {
                payments.failed(number, state.reason());
                yield Outcome.FAILED;
            }
            case PROCESSING -> {
                payments.await(number);
                yield Outcome.PENDING;
            }
            case UNKNOWN, ABSENT -> throw new PaybackUnknown(number, state.reason());
        };
    }

    private RefundState answer(RefundPayments.Attempt attempt) {
        var order = order(attempt.refund());
        if (attempt.first()) {
            return channel.refund(order);
        }
        var known = channel.askRefund(order.refundNo());
        return known.progress() == RefundState.Progress.ABSENT ? channel.refund(order) : known;
    }

    private RefundOrder order(RefundView refund) {
        var transaction =
                orders.find(refund.orderNo()).map(OrderView::transactionId).orElse(null);
        return new RefundOrder(
                refund.game(),
                refund.number(),
                refund.orderNo(),
                transaction,
                null,
                refund.amount(),
                String.valueOf(refund.reason().number()));
    }

    private Outcome moveNoMoney(String number) {
        payments.paid(number, null);
        return Outcome.PAID;
    }
}
