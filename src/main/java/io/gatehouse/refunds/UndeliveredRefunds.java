package io.gatehouse.refunds;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.gatehouse.core.NotFound;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.RefundWanted;

/** Asks for the refund of an order that somebody decided not to deliver any more. */
@Component
class UndeliveredRefunds {

    private final Refunds refunds;
    private final Orders orders;

    UndeliveredRefunds(Refunds refunds, Orders orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    @EventListener
    void on(RefundWanted wanted) {
        var order = orders.find(wanted.orderNo()).orElseThrow(() -> new NotFound("order.unknown", wanted.orderNo()));
        refunds.request(new RefundRequest(
                order.game(),
                order.orderNo(),
                null,
                RefundReason.AFTER_SALES_PROBLEM,
                RefundSource.UNDELIVERED,
                wanted.note(),
                wanted.by().value(),
                null));
    }
}
