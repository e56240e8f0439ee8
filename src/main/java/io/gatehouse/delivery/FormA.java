package io.gatehouse.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.springframework.stereotype.Component;

import io.gatehouse.outbound.Reply;
import io.gatehouse.wire.Signatures;

/** The default form: an envelope with the payload as a JSON text inside; answered with {@code returnCode} 0. */
@Component
class FormA implements BodyForm {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public String payload(GoodsDelivery delivery) {
        var goods = new LinkedHashMap<String, Object>();
        goods.put("ProductId", delivery.productId());
        goods.put("Quantity", delivery.quantity());
        goods.put("ZoneId", delivery.zoneId());
        goods.put("OrigPrice", delivery.origPrice());
        goods.put("ActualPrice", delivery.actualPrice());
        goods.put("Attach", delivery.attach());
        goods.put("OrderSource", delivery.orderSource());
        var payload = new LinkedHashMap<String, Object>();
        payload.put("OpenId", delivery.openId());
        payload.put("Env", delivery.env().number());
        payload.put("OutTradeNo", delivery.outTradeNo());
        payload.put("GoodsInfo", goods);
        return text(payload);
    }

    @Override
    public String payload(RefundSucceeded refund) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("OpenId", refund.openId());
        payload.put("RefundId", refund.refundNo());
        payload.put("RefundAmount", refund.amount());
        payload.put("RefundSource", refund.source());
        payload.put("Env", refund.env().number());
        payload.put("OutTradeNo", refund.outTradeNo());
        return text(payload);
    }

    @Override
    public byte[] envelope(Kind kind, String payload, String payModel, String appKey, boolean mock) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("EventType", "event");
        envelope.put("Event", kind.event());
        if (mock) {
            envelope.put("IsMock", true);
        }
        envelope.put("PayModel", payModel);
        envelope.put("Payload", payload);
        envelope.put("PayEventSig", Signatures.payEventSig(appKey, kind.event(), payload));
        return text(envelope).getBytes(StandardCharsets.UTF_8);
    }

    private String text(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    @Override
    public Verdict judge(Reply reply) {
        var status = reply.status();
        if (status == 410) {
            return new Verdict(Diagnosis.GONE, "410");
        }
        if ((status == 429 || status == 503) && reply.header("retry-after").isPresent()) {
            return new Verdict(
                    Diagnosis.SLOW_DOWN,
                    "%d %s".formatted(status, reply.header("retry-after").orElse("")));
        }
        if (status >= 300 && status < 400) {
            return new Verdict(
                    Diagnosis.REDIRECT,
                    "%d %s"
                            .formatted(status, reply.header("location").orElse(""))
                            .strip());
        }
        if (status != 200) {
            return new Verdict(Diagnosis.HTTP_STATUS, String.valueOf(status));
        }
        return reply.body().length == 0 ? Verdict.of(Diagnosis.EMPTY_REPLY) : judge(reply.body());
    }

    private Verdict judge(byte[] body) {
        JsonNode root;
        try {
            root = json.readTree(body);
        } catch (IOException e) {
            return Verdict.of(Diagnosis.NOT_JSON);
        }
        if (!root.isObject()) {
            return Verdict.of(Diagnosis.NOT_JSON);
        }
        var code = root.get("returnCode");
        if (code == null || code.isNull()) {
            return Verdict.of(Diagnosis.NO_RETURN_CODE);
        }
        var zero = code.isTextual()
                ? code.textValue().equals("0")
                : code.isIntegralNumber() && code.asText().equals("0");
        return zero
                ? Verdict.of(Diagnosis.ACKNOWLEDGED)
                : new Verdict(Diagnosis.RETURN_CODE, code.isValueNode() ? code.asText() : code.toString());
    }
}
