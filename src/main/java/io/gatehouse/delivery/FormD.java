package io.gatehouse.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The flat message of a mini program. It carries no signature of its own: the headers of Standard Webhooks prove who
 * sent it. The count of repeats that its model has is left out, since all repeats have the same bytes.
 */
class FormD implements BodyForm {

    private static final String DELIVERED = "xpay_goods_deliver_notify";
    private static final String REFUNDED = "xpay_refund_notify";

    @Override
    public Map<String, Object> document(GoodsDelivery delivery, Seal seal) {
        var payment = new LinkedHashMap<String, Object>();
        payment.put("MchOrderNo", delivery.orderNo());
        payment.put("TransactionId", delivery.transactionId());
        payment.put("PaidTime", delivery.paidAt().getEpochSecond());
        var goods = new LinkedHashMap<String, Object>();
        goods.put("ProductId", delivery.productId());
        goods.put("Quantity", delivery.quantity());
        goods.put("OrigPrice", delivery.origPrice());
        goods.put("ActualPrice", delivery.actualPrice());
        goods.put("Attach", delivery.attach());
        if (seal.mock()) {
            goods.put("OrderSource", delivery.orderSource());
        }
        var message = message(delivery, DELIVERED, seal);
        message.put("OpenId", delivery.openId());
        message.put("OutTradeNo", delivery.outTradeNo());
        message.put("Env", delivery.env().number());
        message.put("WeChatPayInfo", payment);
        message.put("GoodsInfo", goods);
        return message;
    }

    @Override
    public Map<String, Object> document(RefundSucceeded refund, Seal seal) {
        var message = message(refund, REFUNDED, seal);
        message.put("OpenId", refund.openId());
        message.put("WxRefundId", refund.refundNo());
        message.put("MchRefundId", refund.gamesRefundNo());
        message.put("WxOrderId", refund.orderNo());
        message.put("MchOrderId", refund.outTradeNo());
        message.put("RefundFee", refund.amount());
        message.put("RetCode", 0);
        message.put("RetMsg", "success");
        message.put("RefundStartTimestamp", refund.askedAt().getEpochSecond());
        message.put("RefundSuccTimestamp", refund.at().getEpochSecond());
        message.put("WxpayRefundTransactionId", refund.channelNo());
        message.put("WxTransactionId", refund.transactionId());
        return message;
    }

    private static Map<String, Object> message(Occasion occasion, String event, Seal seal) {
        var message = Message.of(occasion, event, seal);
        if (seal.mock()) {
            message.put("IsMock", true);
        }
        return message;
    }
}
