package io.gatehouse.orders;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Mail;
import io.gatehouse.mail.Mails;

/** Tells the superapp's administrators of a payment that contradicts an order: money may have moved for nothing. */
@Component
class PaymentAlarm {

    private final JdbcClient db;
    private final StoredOrders orders;
    private final People people;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    PaymentAlarm(
            JdbcClient db,
            StoredOrders orders,
            People people,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.orders = orders;
        this.people = people;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
        // the refused payment rolls back, its alarm does not
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Raises one alarm however often the same report comes; the exception is for the caller to throw. */
    PaymentConflict raise(PaymentNotice notice, String code, Object... arguments) {
        ownTransaction.executeWithoutResult(status -> {
            if (isNews(notice)) {
                var orderNo = orderNo(notice);
                publish(notice, orderNo, code);
                people.having(Role.SUPERAPP_ADMINISTRATOR)
                        .forEach(it -> mails.queue(mail(notice, it.username()).about(notice.game(), orderNo)));
            }
        });
        return new PaymentConflict(code, arguments);
    }

    private boolean isNews(PaymentNotice notice) {
        var amount = notice.amount();
        return db.sql("insert into payment_conflict (app_id, out_trade_no, transaction_id, amount, currency, seen_at)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(
                                notice.game().value(),
                                notice.outTradeNo(),
                                notice.transactionId(),
                                amount.minor(),
                                amount.currency().getCurrencyCode(),
                                OrderColumns.stored(clock.instant()))
                        .update()
                > 0;
    }

    /** The order it contradicts, under whose case it is kept. */
    private String orderNo(PaymentNotice notice) {
        return orders.find(notice.game(), notice.outTradeNo())
                .map(OrderView::orderNo)
                .orElseThrow(() -> new NotFound("payment.order-unknown", notice.outTradeNo(), notice.game()));
    }

    private void publish(PaymentNotice notice, String orderNo, String code) {
        events.publishEvent(BusinessEvent.of("payment.refused", BusinessEvent.SUPERAPP, "order " + notice.outTradeNo())
                .in(notice.game())
                .under(orderNo)
                .with("reason", code)
                .with("transactionId", notice.transactionId())
                .with("amount", notice.amount()));
    }

    private static Mail mail(PaymentNotice notice, Username to) {
        var model = new LinkedHashMap<String, Object>();
        model.put("outTradeNo", notice.outTradeNo());
        model.put("game", notice.game());
        model.put("transactionId", notice.transactionId());
        model.put("amount", notice.amount());
        var report =
                "%s/%s/%s/%s".formatted(notice.game(), notice.outTradeNo(), notice.transactionId(), notice.amount());
        var key =
                "payment-conflict/%s/%s".formatted(UUID.nameUUIDFromBytes(report.getBytes(StandardCharsets.UTF_8)), to);
        var link = "/virtual-payment/orders?game=%s&number=%s".formatted(notice.game(), notice.outTradeNo());
        return Mail.of(key, to, "payment-conflict", model, link);
    }
}
