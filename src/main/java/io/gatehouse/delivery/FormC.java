package io.gatehouse.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The message of a mini game. Its payload is a JSON text in either notation, because it is signed as a whole. */
class FormC implements BodyForm {

    private static final String DELIVERED_FROM_THE_SHOP = "minigame_h5_goods_deliver_notify";
    private static final int ORDER_SOURCE_SHOP = 2;

    @Override
    public Map<String, Object> document(GoodsDelivery delivery, Seal seal) {
        var payload = FormA.payload(delivery);
        payload.put("WeChatPayInfo", payment(delivery.orderNo(), delivery.transactionId()));
        var event = delivery.orderSource() == ORDER_SOURCE_SHOP ? DELIVERED_FROM_THE_SHOP : FormA.DELIVERED;
        return message(delivery, event, Notation.json(payload), seal);
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
        payload.put("WeChatPayInfo", payment(refund.orderNo(), refund.transactionId()));
        return message(refund, FormA.REFUNDED, Notation.json(payload), seal);
    }

    private static Map<String, Object> payment(String orderNo, String transactionId) {
        var payment = new LinkedHashMap<String, Object>();
        payment.put("MchOrderNo", orderNo);
        payment.put("TransactionId", transactionId);
        return payment;
    }

    private static Map<String, Object> message(Occasion occasion, String event, String payload, Seal seal) {
        var game = new LinkedHashMap<String, Object>();
        game.put("Payload", payload);
        game.put("PayEventSig", seal.sign(event, payload));
        game.put("IsMock", seal.mock());
        var message = Message.of(occasion, event, seal);
        message.put("MiniGame", game);
        return message;
    }
}
