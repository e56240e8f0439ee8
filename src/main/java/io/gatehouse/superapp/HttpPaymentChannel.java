package io.gatehouse.superapp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Money;
import io.gatehouse.superapp.PaymentOpened.Outcome;
import io.gatehouse.superapp.PaymentState.Trade;
import io.gatehouse.superapp.RefundState.Progress;

/** The payment channel over HTTP, in the words of the existing protocol. */
@Component
class HttpPaymentChannel implements PaymentChannel {

    private static final String ORDERS = "/payment/virtual/orders";
    private static final String REFUNDS = "/payment/virtual/refunds";
    private static final String NOT_FOUND = "1001";

    private final SuperappBackend backend;
    private final SuperappSettings settings;

    HttpPaymentChannel(SuperappBackend backend, SuperappSettings settings) {
        this.backend = backend;
        this.settings = settings;
    }

    @Override
    public PaymentOpened open(PaymentOrder order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("applicationId", settings.application());
        body.put("miniAppId", order.game().value());
        body.put("merchantId", order.merchantId());
        body.put("openId", order.openId());
        body.put("env", order.env().number());
        body.put("platformOrderNo", order.orderNo());
        body.put("signData", order.signData());
        body.put("paySig", order.paySig());
        body.put("signature", order.signature());
        body.put("item", item(order.item()));
        body.put("amount", amount("total", order.total()));
        var answer = backend.post(ORDERS, order.merchantId(), body);
        return switch (answer.kind()) {
            case DONE ->
                answer.text("payId").isEmpty()
                        ? new PaymentOpened(Outcome.UNKNOWN, "", "the answer names no payId")
                        : new PaymentOpened(Outcome.OPENED, answer.text("payId"), "");
            case REFUSED -> new PaymentOpened(Outcome.REFUSED, "", reason(answer));
            case UNKNOWN -> new PaymentOpened(Outcome.UNKNOWN, "", answer.message());
        };
    }

    @Override
    public PaymentState ask(String orderNo) {
        var answer = backend.get(ORDERS + "/" + encoded(orderNo), null);
        if (!answer.isDone()) {
            return new PaymentState(isAbsent(answer) ? Trade.ABSENT : Trade.UNKNOWN, null, null, null, reason(answer));
        }
        return switch (answer.text("tradeState")) {
            case "SUCCESS" -> paid(answer);
            case "WAIT_PAY", "CREATED", "PAYING", "NOTPAY" -> state(Trade.WAITING);
            case "CLOSED", "AUTO_CLOSED", "PAY_ERROR" -> state(Trade.CLOSED);
            default ->
                new PaymentState(Trade.UNKNOWN, null, null, null, "unknown tradeState " + answer.text("tradeState"));
        };
    }

    @Override
    public RefundState refund(RefundOrder order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("applicationId", settings.application());
        body.put("miniAppId", order.game().value());
        body.put("refundNo", order.refundNo());
        body.put("platformOrderNo", order.orderNo());
        if (order.transactionId() != null) {
            body.put("transactionId", order.transactionId());
        }
        body.put("amount", amount("refund", order.amount()));
        body.put("reason", order.reason());
        var answer = backend.post(REFUNDS, order.merchantId(), body);
        return answer.kind() == BackendAnswer.Kind.REFUSED
                ? new RefundState(Progress.FAILED, null, null, reason(answer))
                : refundState(answer);
    }

    @Override
    public RefundState askRefund(String refundNo) {
        return refundState(backend.get(REFUNDS + "/" + encoded(refundNo), null));
    }

    private static RefundState refundState(BackendAnswer answer) {
        if (!answer.isDone()) {
            var progress = isAbsent(answer) ? Progress.ABSENT : Progress.UNKNOWN;
            return new RefundState(progress, null, null, reason(answer));
        }
        var channelNo = answer.text("superappRefundNo").isEmpty() ? null : answer.text("superappRefundNo");
        var finishedAt = instant(answer.text("finishedAt"));
        var status = answer.text("status");
        return switch (status) {
            case "SUCCESS" -> new RefundState(Progress.PAID, channelNo, finishedAt, "");
            case "PROCESSING", "ACCEPTED" -> new RefundState(Progress.PROCESSING, channelNo, null, "");
            case "FAILED", "CLOSED", "ABNORMAL" ->
                new RefundState(Progress.FAILED, channelNo, finishedAt, status + " " + answer.text("reason"));
            default -> new RefundState(Progress.UNKNOWN, channelNo, null, "unknown status " + status);
        };
    }

    private static PaymentState paid(BackendAnswer answer) {
        var amount = money(answer.data().path("amount"));
        var transactionId = answer.text("transactionId");
        return amount == null || transactionId.isEmpty()
                ? new PaymentState(Trade.UNKNOWN, null, null, null, "paid, but without amount or transactionId")
                : new PaymentState(Trade.PAID, transactionId, amount, instant(answer.text("paidAt")), "");
    }

    private static PaymentState state(Trade trade) {
        return new PaymentState(trade, null, null, null, "");
    }

    private static boolean isAbsent(BackendAnswer answer) {
        return answer.kind() == BackendAnswer.Kind.REFUSED && answer.code().equals(NOT_FOUND);
    }

    private static String reason(BackendAnswer answer) {
        return (answer.code() + " " + answer.message()).strip();
    }

    private static Map<String, Object> item(PaymentOrder.Item item) {
        var snapshot = new LinkedHashMap<String, Object>();
        snapshot.put("id", item.code());
        snapshot.put("name", item.name());
        snapshot.put("quantity", item.quantity());
        snapshot.put("price", item.price().minor());
        if (item.imageUrl() != null) {
            snapshot.put("image", item.imageUrl());
        }
        return snapshot;
    }

    private static Map<String, Object> amount(String name, Money money) {
        return Map.of(name, money.minor(), "currency", money.currency().getCurrencyCode());
    }

    private static @Nullable Money money(JsonNode amount) {
        var total = amount.path("total");
        var currency = amount.path("currency").asText("");
        return total.isIntegralNumber() && total.canConvertToLong() && currency.matches("[A-Z]{3}")
                ? new Money(total.asLong(), Currency.getInstance(currency))
                : null;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // the time is for people; the state is what counts
        }
    }

    private static String encoded(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8);
    }
}
