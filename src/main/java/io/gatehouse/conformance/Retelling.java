package io.gatehouse.conformance;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

import io.gatehouse.core.Env;
import io.gatehouse.credentials.AppKey;
import io.gatehouse.delivery.Form;
import io.gatehouse.delivery.GoodsDelivery;
import io.gatehouse.delivery.PastNotification;
import io.gatehouse.delivery.RefundSucceeded;
import io.gatehouse.delivery.TestEndpoint;

/** Tells what a past notification told in another form; what the old form did not tell is left empty. */
class Retelling {

    private final TestEndpoint endpoint;
    private final PastNotification past;
    private final JsonNode content;

    Retelling(TestEndpoint endpoint, PastNotification past, JsonNode content) {
        this.endpoint = endpoint;
        this.past = past;
        this.content = content;
    }

    String in(Form form, AppKey key) {
        var mock = past.attempt().mock();
        return switch (past.attempt().kind()) {
            case DELIVERY -> endpoint.body(form, delivery(), key, mock);
            case REFUND -> endpoint.body(form, refund(), key, mock);
        };
    }

    private GoodsDelivery delivery() {
        var goods = content.path("GoodsInfo");
        var payment = content.path("WeChatPayInfo");
        return new GoodsDelivery(
                past.game(),
                env(),
                orderNo(),
                content.path("OpenId").asText(),
                content.path("OutTradeNo").asText(),
                goods.path("ProductId").asText(),
                goods.path("Quantity").asInt(1),
                goods.path("ZoneId").asText("1"),
                goods.path("OrigPrice").asLong(),
                goods.path("ActualPrice").asLong(),
                goods.path("Attach").asText(),
                goods.path("OrderSource").asInt(1),
                "",
                payment.path("TransactionId").asText(),
                time(payment.path("PaidTime")));
    }

    private RefundSucceeded refund() {
        var refundNo =
                content.path("RefundId").asText(content.path("WxRefundId").asText());
        return new RefundSucceeded(
                past.game(),
                env(),
                orderNo(),
                content.path("OpenId").asText(),
                refundNo,
                content.path("MchRefundId").asText(refundNo),
                content.path("RefundAmount").asLong(content.path("RefundFee").asLong()),
                content.path("RefundSource").asInt(1),
                content.path("OutTradeNo").asText(content.path("MchOrderId").asText()),
                content.path("WxTransactionId").asText(),
                content.path("WxpayRefundTransactionId").asText(),
                time(content.path("RefundStartTimestamp")),
                time(content.path("RefundSuccTimestamp")));
    }

    private Env env() {
        return content.path("Env").asInt() == Env.SANDBOX.number() ? Env.SANDBOX : Env.LIVE;
    }

    private String orderNo() {
        return past.orderNo() == null ? "" : past.orderNo();
    }

    private Instant time(JsonNode seconds) {
        return seconds.asLong() > 0
                ? Instant.ofEpochSecond(seconds.asLong())
                : past.attempt().at();
    }
}
