package io.gatehouse.orders;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;

/**
 * Who may give back how much of an order. The order's row is locked for each change, so whatever races, the refunds of
 * an order never exceed what was paid for it.
 */
@Component
@Transactional
class RefundReservations {

    private enum State {
        RESERVED,
        SETTLED,
        RELEASED,
        FAILED
    }

    private record Reservation(String orderNo, long amount, State state) {}

    private final JdbcClient db;
    private final Clock clock;

    RefundReservations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Lets nobody else refund the order until the end of the transaction; an order that is unknown is left to others. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(String orderNo) {
        account(orderNo);
    }

    /** The same number and amount again change nothing. */
    void reserve(String orderNo, String refundNo, Money amount) {
        var account = lock(orderNo);
        var known = find(refundNo);
        if (known.isPresent()) {
            IllegalTransition.unless(
                    known.get().equals(new Reservation(orderNo, amount.minor(), State.RESERVED)),
                    "order.refund-number-used",
                    refundNo);
            return;
        }
        store(orderNo, account.reserve(orderNo, amount));
        db.sql("insert into order_refund (refund_no, order_no, amount, state, reserved_at)"
                        + " values (?, ?, ?, 'RESERVED', ?)")
                .params(refundNo, orderNo, amount.minor(), OrderColumns.stored(clock.instant()))
                .update();
    }

    /** @return the account after it; empty if the money was booked as given back before */
    Optional<RefundAccount> settle(String orderNo, String refundNo) {
        return end(orderNo, refundNo, State.SETTLED);
    }

    Optional<RefundAccount> release(String orderNo, String refundNo) {
        return end(orderNo, refundNo, State.RELEASED);
    }

    Optional<RefundAccount> fail(String orderNo, String refundNo) {
        return end(orderNo, refundNo, State.FAILED);
    }

    List<Orders.OrderRefund> of(String orderNo) {
        return db.sql("select refund.*, purchase_order.currency from order_refund refund"
                        + " join purchase_order using (order_no) where order_no = ? order by reserved_at, refund_no")
                .param(orderNo)
                .query((row, number) -> new Orders.OrderRefund(
                        row.getString("refund_no"),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("state"),
                        row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                        OrderColumns.timeOrNull(row, "ended_at")))
                .list();
    }

    private Optional<RefundAccount> end(String orderNo, String refundNo, State to) {
        var account = lock(orderNo);
        var reservation = find(refundNo)
                .filter(it -> it.orderNo().equals(orderNo))
                .orElseThrow(() -> new NotFound("order.refund-unknown", refundNo, orderNo));
        if (reservation.state() == to) {
            return Optional.empty();
        }
        IllegalTransition.unless(
                reservation.state() == State.RESERVED, "order.refund-ended", refundNo, reservation.state(), to);
        var amount = new Money(reservation.amount(), account.paid().currency());
        var after = change(to, amount).apply(account);
        store(orderNo, after);
        db.sql("update order_refund set state = ?, ended_at = ? where refund_no = ?")
                .params(to.name(), OrderColumns.stored(clock.instant()), refundNo)
                .update();
        return Optional.of(after);
    }

    private static UnaryOperator<RefundAccount> change(State to, Money amount) {
        return switch (to) {
            case SETTLED -> account -> account.settle(amount);
            case RELEASED -> account -> account.release(amount);
            case FAILED -> account -> account.fail(amount);
            case RESERVED -> throw new IllegalArgumentException("A refund does not end reserved");
        };
    }

    private RefundAccount lock(String orderNo) {
        return account(orderNo).orElseThrow(() -> new NotFound("order.unknown", orderNo));
    }

    /** Locks the order until the end of the transaction. */
    private Optional<RefundAccount> account(String orderNo) {
        return db.sql("select * from purchase_order where order_no = ? for no key update")
                .param(orderNo)
                .query((row, number) -> OrderColumns.account(row))
                .optional();
    }

    private void store(String orderNo, RefundAccount account) {
        db.sql("update purchase_order set refunded = ?, reserved = ?, refund = ? where order_no = ?")
                .params(
                        account.refunded().minor(),
                        account.reserved().minor(),
                        account.progress().name(),
                        orderNo)
                .update();
    }

    private Optional<Reservation> find(String refundNo) {
        return db.sql("select * from order_refund where refund_no = ?")
                .param(refundNo)
                .query((row, number) -> new Reservation(
                        row.getString("order_no"), row.getLong("amount"), State.valueOf(row.getString("state"))))
                .optional();
    }
}
