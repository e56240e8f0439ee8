package io.gatehouse.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.DatabaseFailures;
import io.gatehouse.core.HotPath;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Refusal;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.Notifications;
import io.gatehouse.superapp.Callback;
import io.gatehouse.superapp.Callbacks;

/**
 * Writes reports of payments down: the used callback, the order, its notification and the business log in one
 * transaction, and reports that come at once in the same one. Nobody is answered before it has committed.
 */
@Component
class PaymentRecorder {

    /** Bought in the game, as the notification numbers it. */
    private static final int ORDER_SOURCE_GAME = 1;

    /** @param callback that brought it; null if we asked */
    record Report(PaymentNotice notice, @Nullable Callback callback) {}

    /** The order as it stands now, or why the report is refused. */
    private record Outcome(
            @Nullable OrderView order, @Nullable Refusal refusal) {}

    private record Key(AppId game, String outTradeNo) {

        static Key of(PaymentNotice notice) {
            return new Key(notice.game(), notice.outTradeNo());
        }

        static Key of(OrderView order) {
            return new Key(order.game(), order.outTradeNo());
        }
    }

    private final StoredOrders orders;
    private final Callbacks callbacks;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final HotPath hotPath;
    private final GroupCommit<Report, Outcome> group = new GroupCommit<>(this::record, PaymentRecorder::isOfOneReport);

    PaymentRecorder(
            StoredOrders orders,
            Callbacks callbacks,
            Notifications notifications,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            HotPath hotPath) {
        this.orders = orders;
        this.callbacks = callbacks;
        this.notifications = notifications;
        this.events = events;
        this.transaction = transaction;
        this.hotPath = hotPath;
    }

    /** @return the order as it stands then, whether this report has paid it or an earlier one */
    OrderView record(Report report) {
        var outcome = TransactionSynchronizationManager.isActualTransactionActive()
                ? record(List.of(report)).get(0)
                : group.add(report);
        if (outcome.refusal() != null) {
            throw outcome.refusal();
        }
        return Objects.requireNonNull(outcome.order());
    }

    /**
     * Without a database each alone would wait for it in vain; and if it went away during the commit they may be stored,
     * so that none of them may be told that its callback is used.
     */
    private static boolean isOfOneReport(RuntimeException failure) {
        return !DatabaseFailures.isInDoubt(failure);
    }

    private List<Outcome> record(List<Report> reports) {
        return Objects.requireNonNull(transaction.execute(status -> {
            hotPath.enter();
            return recordAll(reports);
        }));
    }

    private List<Outcome> recordAll(List<Report> reports) {
        var refusals = replays(reports);
        var news = reports.stream()
                .filter(it -> !refusals.containsKey(it))
                .map(Report::notice)
                .toList();
        var paid = orders.paid(news).stream().collect(Collectors.toMap(Key::of, Function.identity()));
        tell(paid.values());
        var outcomes = new ArrayList<Outcome>(reports.size());
        for (var report : reports) {
            var refusal = refusals.get(report);
            outcomes.add(refusal == null ? outcome(report.notice(), paid) : new Outcome(null, refusal));
        }
        return outcomes;
    }

    private Map<Report, Refusal> replays(List<Report> reports) {
        var brought = reports.stream().filter(it -> it.callback() != null).toList();
        if (brought.isEmpty()) {
            return Map.of();
        }
        var refusals = callbacks.use(brought.stream()
                .map(Report::callback)
                .map(Objects::requireNonNull)
                .toList());
        var replays = new IdentityHashMap<Report, Refusal>();
        for (var i = 0; i < brought.size(); i++) {
            var report = brought.get(i);
            refusals.get(i).ifPresent(refusal -> replays.put(report, refusal));
        }
        return replays;
    }

    private void tell(Collection<OrderView> paid) {
        notifications.enqueue(paid.stream().map(PaymentRecorder::goods).toList());
        for (var order : paid) {
            events.publishEvent(BusinessEvent.of("order.paid", BusinessEvent.SUPERAPP, "order " + order.orderNo())
                    .in(order.game())
                    .under(order.orderNo())
                    .with("outTradeNo", order.outTradeNo())
                    .with("transactionId", order.transactionId())
                    .with("amount", order.amount()));
        }
    }

    private Outcome outcome(PaymentNotice notice, Map<Key, OrderView> paid) {
        var order = paid.get(Key.of(notice));
        if (order != null) {
            return new Outcome(order, null);
        }
        return orders.find(notice.game(), notice.outTradeNo())
                .map(it -> new Outcome(it, null))
                .orElseGet(() ->
                        new Outcome(null, new NotFound("payment.order-unknown", notice.outTradeNo(), notice.game())));
    }

    private static GoodsDelivery goods(OrderView order) {
        return new GoodsDelivery(
                order.game(),
                order.env(),
                order.orderNo(),
                order.openId(),
                order.outTradeNo(),
                order.item().code(),
                order.item().quantity(),
                order.zoneId(),
                order.item().price().minor(),
                order.item().price().minor(),
                order.attach(),
                ORDER_SOURCE_GAME,
                Objects.requireNonNull(order.payModel()),
                Objects.requireNonNull(order.transactionId()),
                Objects.requireNonNull(order.paidAt()));
    }
}
