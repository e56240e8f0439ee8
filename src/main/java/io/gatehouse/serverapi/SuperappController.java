package io.gatehouse.serverapi;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;

import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.PaymentNotice;
import io.gatehouse.refunds.RefundReason;
import io.gatehouse.refunds.RefundRequest;
import io.gatehouse.refunds.RefundResult;
import io.gatehouse.refunds.RefundSource;
import io.gatehouse.refunds.Refunds;
import io.gatehouse.superapp.Callback;
import io.gatehouse.superapp.Callbacks;

/** What the superapp's backend tells us. Each is answered with 2xx only after its effect is committed. */
@MachineRoute
class SuperappController {

    static final String PAID = "/payment/super-app/transactions/callback";

    private final Callbacks callbacks;
    private final Orders orders;
    private final Refunds refunds;
    private final Clock clock;

    SuperappController(Callbacks callbacks, Orders orders, Refunds refunds, Clock clock) {
        this.callbacks = callbacks;
        this.orders = orders;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** A player has paid. Other trade states are taken note of and change nothing: only money does. */
    @PostMapping(PAID)
    Map<String, Object> paid(Callback callback) {
        if (!callback.text("trade_state").equals("SUCCESS")) {
            callbacks.use(callback);
            return Envelope.of(Map.of());
        }
        var notice = new PaymentNotice(
                new AppId(text(callback, "appid")),
                text(callback, "out_trade_no"),
                text(callback, "transaction_id"),
                amount(callback, "total"),
                callback.text("trade_type"),
                time(callback, "success_time"));
        var accepted = orders.paid(notice, callback);
        return Envelope.of(Map.of(
                "orderNo", accepted.orderNo(),
                "transactionId", accepted.transactionId(),
                "paidAt", accepted.paidAt().toString()));
    }

    /** A player asks for their money back. */
    @PostMapping("/payment/super-app/refunds/request")
    Map<String, Object> refundWanted(Callback callback) {
        callbacks.use(callback);
        var order = order(callback);
        var money = amount(callback, "refund");
        if (!money.currency().equals(order.amount().currency())) {
            throw new InvalidValue("amount.currency", "serverapi.callback-field", "amount.currency");
        }
        var number = refunds.request(new RefundRequest(
                order.game(),
                order.orderNo(),
                money.minor(),
                reason(callback.text("reason")),
                RefundSource.PLAYER,
                callback.text("message"),
                "player",
                text(callback, "request_no")));
        return Envelope.of(Map.of("refundNo", number));
    }

    /** Money went back, or did not. */
    @PostMapping("/payment/super-app/refunds/callback")
    Map<String, Object> refunded(Callback callback) {
        callbacks.use(callback);
        var number = text(callback, "refund_no");
        refunds.settled(new RefundResult(
                number,
                text(callback, "status").equals("SUCCESS"),
                amount(callback, "refund").minor(),
                orNull(callback.text("superapp_refund_no")),
                orNull(callback.text("reason")),
                time(callback, "finished_at")));
        return Envelope.of(Map.of("refundNo", number));
    }

    private OrderView order(Callback callback) {
        var game = new AppId(text(callback, "appid"));
        var outTradeNo = text(callback, "out_trade_no");
        return orders.byOutTradeNo(game, outTradeNo)
                .orElseThrow(() -> new NotFound("payment.order-unknown", outTradeNo, game));
    }

    private static Money amount(Callback callback, String field) {
        var amount = callback.resource().path("amount");
        return new Money(integer(amount.path(field), "amount." + field), currency(amount.path("currency")));
    }

    private static long integer(JsonNode value, String field) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
            throw new InvalidValue(field, "serverapi.callback-field", field);
        }
        return value.longValue();
    }

    private static Currency currency(JsonNode value) {
        try {
            return Currency.getInstance(value.asText());
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("amount.currency", "serverapi.callback-field", "amount.currency");
        }
    }

    private Instant time(Callback callback, String field) {
        var text = callback.text(field);
        if (text.isEmpty()) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "serverapi.callback-field", field);
        }
    }

    private static RefundReason reason(String number) {
        return number.matches("\\d") ? RefundReason.of(Integer.parseInt(number)) : RefundReason.PLAYERS_WISH;
    }

    private static String text(Callback callback, String field) {
        var text = callback.text(field);
        if (text.isEmpty()) {
            throw new InvalidValue(field, "serverapi.callback-field", field);
        }
        return text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
