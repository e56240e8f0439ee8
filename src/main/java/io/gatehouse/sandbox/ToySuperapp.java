package io.gatehouse.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The backend of a superapp, as Gatehouse calls it: payments, refunds, credentials, and whose a login code is. Looks at
 * the TC headers of every call, answers in the envelope of the existing protocol.
 */
@RestController
@Profile("sandbox")
@RequestMapping("/toy/superapp")
class ToySuperapp {

    private static final Duration RESULT_AFTER = Duration.ofSeconds(2);
    private final ToyPayments payments;
    private final ToyRefunds refunds;
    private final ToyLogins logins;
    private final ToyCertificates certificates;
    private final ToyCallers callers;
    private final ObjectMapper json;
    private final Clock clock;

    ToySuperapp(
            ToyPayments payments,
            ToyRefunds refunds,
            ToyLogins logins,
            ToyCertificates certificates,
            ToyCallers callers,
            ObjectMapper json,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.logins = logins;
        this.certificates = certificates;
        this.callers = callers;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/payment/virtual/orders")
    Map<String, Object> open(@RequestHeader Map<String, String> headers, @RequestBody String body) throws IOException {
        callers.verify(headers);
        var order = json.readTree(body);
        var signData = json.readTree(text(order, "signData"));
        var orderNo = text(order, "platformOrderNo");
        var total = Math.multiplyExact(
                signData.path("goodsPrice").asLong(),
                signData.path("buyQuantity").asLong());
        if (order.hasNonNull("amount") && order.path("amount").path("total").asLong(total) != total) {
            throw new ToyRefusal(400, "1001", "amount is not goodsPrice times buyQuantity");
        }
        var item = order.path("item")
                .path("name")
                .asText(signData.path("productId").asText());
        payments.open(new ToyPayment(
                "TP" + ToyCrypto.random(18),
                orderNo,
                text(order, "miniAppId"),
                text(order, "merchantId"),
                text(order, "openId"),
                signData.path("outTradeNo").asText(),
                item,
                total,
                signData.path("currencyType").asText(),
                signData.path("attach").asText(""),
                "WAIT_PAY",
                clock.instant(),
                null,
                null,
                "NO",
                0,
                null));
        return envelope(state(payments.find(orderNo).orElseThrow()));
    }

    @GetMapping("/payment/virtual/orders/{orderNo}")
    Map<String, Object> payment(@RequestHeader Map<String, String> headers, @PathVariable String orderNo) {
        callers.verify(headers);
        return envelope(state(payments.find(orderNo).orElseThrow(() -> new ToyRefusal(404, "1001", "no such order"))));
    }

    @PostMapping("/payment/virtual/refunds")
    Map<String, Object> refund(@RequestHeader Map<String, String> headers, @RequestBody String body)
            throws IOException {
        callers.verify(headers);
        var asked = json.readTree(body);
        var refundNo = text(asked, "refundNo");
        var payment = payments.find(text(asked, "platformOrderNo"))
                .filter(ToyPayment::isPaid)
                .orElseThrow(() -> new ToyRefusal(404, "1001", "no such paid order"));
        var amount = asked.path("amount").isObject()
                ? asked.path("amount")
                        .path("refund")
                        .asLong(asked.path("amount").path("total").asLong())
                : asked.path("amount").asLong();
        if (refunds.find(refundNo).isEmpty()) {
            if (amount <= 0 || refunds.givenBack(payment.orderNo()) + amount > payment.amount()) {
                throw new ToyRefusal(409, "1009", "more than was paid");
            }
            var now = clock.instant();
            refunds.begin(
                    new ToyRefund(
                            refundNo,
                            "TR" + ToyCrypto.random(16),
                            payment.orderNo(),
                            amount,
                            payment.currency(),
                            "PROCESSING",
                            now,
                            null,
                            "NO",
                            0,
                            null),
                    now.plus(RESULT_AFTER));
        }
        return envelope(state(refunds.find(refundNo).orElseThrow()));
    }

    @GetMapping("/payment/virtual/refunds/{refundNo}")
    Map<String, Object> refundState(@RequestHeader Map<String, String> headers, @PathVariable String refundNo) {
        callers.verify(headers);
        return envelope(state(refunds.find(refundNo).orElseThrow(() -> new ToyRefusal(404, "1001", "no such refund"))));
    }

    @PostMapping("/payment/credentials")
    Map<String, Object> credentials(@RequestHeader Map<String, String> headers, @RequestBody String body)
            throws IOException {
        callers.verify(headers);
        return envelope(certificates.issue(text(json.readTree(body), "miniAppId")));
    }

    /** Whose a login code is; the code is used up by asking. */
    @PostMapping("/user/checkUser")
    Map<String, Object> checkUser(@RequestHeader Map<String, String> headers, @RequestBody String body)
            throws IOException {
        callers.verify(headers);
        var asked = json.readTree(body);
        var openId = logins.redeem(text(asked, "code"), text(asked, "miniAppId"), clock.instant())
                .orElseThrow(() -> new ToyRefusal(404, "1004", "no such user"));
        return envelope(Map.of("openId", openId, "unionId", "u" + openId.substring(1)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ToyRefusal refusal) {
        return ResponseEntity.status(refusal.status())
                .body(Map.of(
                        "returnCode", refusal.code(),
                        "returnMessage", String.valueOf(refusal.getMessage()),
                        "requestId", UUID.randomUUID().toString()));
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name).asText("");
        if (value.isEmpty()) {
            throw new ToyRefusal(400, "1001", name + " is missing");
        }
        return value;
    }

    private static Map<String, Object> state(ToyPayment payment) {
        return Map.of(
                "payId", payment.payId(),
                "platformOrderNo", payment.orderNo(),
                "tradeState", payment.state(),
                "state", payment.state(),
                "transactionId", payment.transactionId() == null ? "" : payment.transactionId(),
                "paidAt", time(payment.paidAt()),
                "amount", Map.of("total", payment.amount(), "currency", payment.currency()));
    }

    private static Map<String, Object> state(ToyRefund refund) {
        return Map.of(
                "refundNo", refund.refundNo(),
                "superappRefundNo", refund.channelNo(),
                "platformOrderNo", refund.orderNo(),
                "state", refund.state(),
                "status", refund.state(),
                "finishedAt", time(refund.finishedAt()),
                "amount", Map.of("refund", refund.amount(), "currency", refund.currency()));
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static Map<String, Object> envelope(Map<String, Object> data) {
        return Map.of(
                "returnCode",
                "0",
                "returnMessage",
                "ok",
                "data",
                data,
                "requestId",
                UUID.randomUUID().toString());
    }
}
