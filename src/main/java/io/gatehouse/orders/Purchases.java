package io.gatehouse.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.PaymentOpened;
import io.gatehouse.superapp.PaymentOrder;
import io.gatehouse.superapp.PaymentState.Trade;

/** Takes a purchase from its checks to the superapp's open cashier. No transaction is open while the superapp is called. */
@Component
class Purchases {

    private static final Logger log = LoggerFactory.getLogger(Purchases.class);

    private final PurchaseChecks checks;
    private final StoredOrders orders;
    private final PaymentChannel channel;
    private final UnpaidOrders unpaid;

    Purchases(PurchaseChecks checks, StoredOrders orders, PaymentChannel channel, UnpaidOrders unpaid) {
        this.checks = checks;
        this.orders = orders;
        this.channel = channel;
        this.unpaid = unpaid;
    }

    PurchaseAnswer purchase(Purchase purchase) {
        try {
            var checked = checks.check(purchase);
            var orderNo = orders.create(checked.order()).orElseThrow(() -> used(checked.order()));
            return open(orderNo, checked, purchase);
        } catch (RefusedPurchase e) {
            return e.answer();
        }
    }

    private RefusedPurchase used(NewOrder order) {
        var paid = orders.find(order.game(), order.outTradeNo())
                .filter(OrderView::isPaid)
                .isPresent();
        return paid
                ? new RefusedPurchase(PurchaseFault.PAID_ALREADY, "outTradeNo %s is paid already", order.outTradeNo())
                : new RefusedPurchase(
                        PurchaseFault.DUPLICATE_ORDER, "outTradeNo %s has been used before", order.outTradeNo());
    }

    private PurchaseAnswer open(String orderNo, CheckedPurchase checked, Purchase purchase) {
        var order = checked.order();
        var payment = payment(orderNo, checked, purchase);
        var opened = opened(payment);
        return switch (opened.outcome()) {
            case OPENED -> {
                orders.opened(orderNo, opened.payId());
                yield new Purchased(orderNo, order.outTradeNo(), opened.payId(), order.amount());
            }
            case REFUSED -> {
                log.warn("The superapp refused to open a payment for {}: {}", orderNo, opened.reason());
                orders.closed(orderNo);
                yield PurchaseFault.BACKEND.because(
                        "the superapp opened no payment; use a new outTradeNo to try again");
            }
            case UNKNOWN ->
                PurchaseFault.BACKEND.because(
                        "the superapp does not answer; nothing is paid, use a new outTradeNo to try again");
        };
    }

    /** Whether it is open is asked for when no answer came; opening again under the same number opens nothing new. */
    private PaymentOpened opened(PaymentOrder payment) {
        var opened = channel.open(payment);
        if (opened.outcome() != PaymentOpened.Outcome.UNKNOWN) {
            return opened;
        }
        var state = channel.ask(payment.orderNo());
        if (state.trade() == Trade.PAID) {
            unpaid.settle(payment.orderNo(), state);
        }
        return state.trade() == Trade.WAITING || state.trade() == Trade.ABSENT ? channel.open(payment) : opened;
    }

    private static PaymentOrder payment(String orderNo, CheckedPurchase checked, Purchase purchase) {
        var order = checked.order();
        var item = order.item();
        return new PaymentOrder(
                order.game(),
                order.env(),
                orderNo,
                checked.merchantId(),
                order.openId(),
                String.valueOf(purchase.signData()),
                String.valueOf(purchase.paySig()),
                String.valueOf(purchase.signature()),
                new PaymentOrder.Item(item.code(), item.name(), item.imageUrl(), item.quantity(), item.price()),
                order.amount());
    }
}
