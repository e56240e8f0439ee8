package io.gatehouse.orders;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.PaymentOpened;
import io.gatehouse.superapp.PaymentOrder;
import io.gatehouse.superapp.PaymentState;
import io.gatehouse.superapp.PaymentState.Trade;
import io.gatehouse.superapp.RefundOrder;
import io.gatehouse.superapp.RefundState;

/** A superapp that answers as it is told and remembers what it was asked. */
class FakeChannel implements PaymentChannel {

    final List<PaymentOrder> opened = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Deque<PaymentOpened.Outcome> openings = new ArrayDeque<>();
    final Map<String, PaymentState> states = new HashMap<>();

    static PaymentState state(Trade trade) {
        return new PaymentState(trade, null, null, null, "");
    }

    @Override
    public PaymentOpened open(PaymentOrder order) {
        opened.add(order);
        var outcome = openings.isEmpty() ? PaymentOpened.Outcome.OPENED : openings.remove();
        return new PaymentOpened(outcome, outcome == PaymentOpened.Outcome.OPENED ? "pay-" + order.orderNo() : "", "");
    }

    @Override
    public PaymentState ask(String orderNo) {
        asked.add(orderNo);
        return states.getOrDefault(orderNo, state(Trade.WAITING));
    }

    @Override
    public RefundState refund(RefundOrder order) {
        throw new UnsupportedOperationException("Purchases refund nothing");
    }

    @Override
    public RefundState askRefund(String refundNo) {
        throw new UnsupportedOperationException("Purchases refund nothing");
    }
}
