package io.gatehouse.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The default form: an envelope with the payload as a JSON text inside, signed as a whole. */
class FormA implements BodyForm {

    static final String DELIVERED = "minigame_game_pay_goods_deliver_notify";
    static final String REFUNDED = "minigame_pay_refund_succ_notify";

    @Override
    public Map<String, Object> document(GoodsDelivery delivery, Seal seal) {
        return envelope(DELIVERED, delivery.payModel(), Notation.json(payload(delivery)), seal);
    }

    @Override
    public Map<String, Object> document(RefundSucceeded refund, Seal seal) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("OpenId", refund.openId());
        payload.put("RefundId", refund.refundNo());
        payload.put("RefundAmount", refund.amount());
        payload.put("RefundSource", refund.source());
        payload.put("Env", refund.env().number());
        payload.put("OutTradeNo", refund.outTradeNo());
        return envelope(REFUNDED, "", Notation.json(payload), seal);
    }

    static Map<String, Object> payload(GoodsDelivery delivery) {
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
        return payload;
    }

    private static Map<String, Object> envelope(String event, String payModel, String payload, Seal seal) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("EventType", "event");
        envelope.put("Event", event);
        if (seal.mock()) {
            envelope.put("IsMock", true);
        }
        envelope.put("PayModel", payModel);
        envelope.put("Payload", payload);
        envelope.put("PayEventSig", seal.sign(event, payload));
        return envelope;
    }
}
