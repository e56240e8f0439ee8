package io.gatehouse.orders;

import java.time.Clock;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Refusal;
import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.PaymentState;
import io.gatehouse.superapp.PaymentState.Trade;

/**
 * Closes orders that nobody has paid in time. The superapp is asked first: a payment whose callback was lost is recorded
 * instead.
 */
@Component
class UnpaidOrders {

    private static final Logger log = LoggerFactory.getLogger(UnpaidOrders.class);
    private static final int AT_ONCE = 200;
    private static final int MOST_UNKNOWN = 3;

    private final StoredOrders orders;
    private final Payments payments;
    private final PaymentChannel channel;
    private final PaymentSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnpaidOrders(
            StoredOrders orders,
            Payments payments,
            PaymentChannel channel,
            PaymentSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.payments = payments;
        this.channel = channel;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${gatehouse.payment.close-every:PT1M}", initialDelayString = "PT1M")
    void closeOverdue() {
        var unknown = 0;
        for (var order : orders.unpaidSince(clock.instant().minus(settings.closeUnpaidAfter()), AT_ONCE)) {
            var state = channel.ask(order.orderNo());
            if (state.trade() == Trade.UNKNOWN) {
                unknown++;
            } else {
                settle(order.orderNo(), state);
            }
            if (unknown == MOST_UNKNOWN) {
                // the superapp cannot be asked now; the next round begins anew
                return;
            }
        }
    }

    /** Records what the superapp says of a payment: paid, or not paid in time. */
    void settle(String orderNo, PaymentState state) {
        var order = orders.find(orderNo).orElseThrow();
        if (state.trade() == Trade.PAID) {
            record(order, state);
        } else {
            transaction.executeWithoutResult(status -> close(order));
        }
    }

    private void record(OrderView order, PaymentState state) {
        var transactionId = state.transactionId();
        var amount = state.amount();
        if (transactionId == null || amount == null) {
            throw new IllegalStateException("%s is paid, but nobody says how".formatted(order.orderNo()));
        }
        var paidAt = Optional.ofNullable(state.paidAt()).orElseGet(clock::instant);
        try {
            payments.accept(new PaymentNotice(order.game(), order.outTradeNo(), transactionId, amount, "", paidAt));
        } catch (Refusal e) {
            // people are alarmed; the other orders of this round go on
            log.warn("The payment of {} was refused: {}", order.orderNo(), e.getMessage());
        }
    }

    private void close(OrderView order) {
        if (orders.closed(order.orderNo())) {
            events.publishEvent(BusinessEvent.of("order.closed", BusinessEvent.SYSTEM, "order " + order.orderNo())
                    .in(order.game())
                    .change("state", order.state(), OrderState.CLOSED));
        }
    }
}
