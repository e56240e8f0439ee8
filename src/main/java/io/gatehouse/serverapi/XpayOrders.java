package io.gatehouse.serverapi;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.Env;
import io.gatehouse.core.NotFound;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.RefundProgress;

/** Orders as {@code /xpay} names and numbers them: {@code order_id} is the game's number, {@code wx_order_id} ours. */
@Component
class XpayOrders {

    private final Orders orders;

    XpayOrders(Orders orders) {
        this.orders = orders;
    }

    /** @throws ApiError unless the call names one order of this game and environment */
    OrderView named(ServerCall call) {
        var byTheirs = call.optionalText("order_id");
        var byOurs = call.optionalText("wx_order_id");
        if (byTheirs.isEmpty() && byOurs.isEmpty()) {
            throw ErrCode.PARAMETER.because("order_id or wx_order_id is missing");
        }
        var order = byTheirs.map(it -> orders.byOutTradeNo(call.game(), it))
                .orElseGet(() -> byOurs.flatMap(orders::find))
                .filter(it -> it.game().equals(call.game()) && it.env() == call.env())
                .filter(it -> byOurs.isEmpty() || it.orderNo().equals(byOurs.get()));
        return order.orElseThrow(() -> ErrCode.PARAMETER.because("data does not exist: no such order in this env"));
    }

    /** The same, of the player the call names. */
    OrderView namedOfPlayer(ServerCall call) {
        var openId = call.optionalText("openid").orElseThrow(() -> ErrCode.OPENID.because("openid is missing"));
        var order = named(call);
        if (!order.openId().equals(openId)) {
            throw ErrCode.OPENID.because("openid is not the player of this order");
        }
        return order;
    }

    OrderView confirmDelivered(ServerCall call) {
        var order = named(call);
        if (!order.isPaid()) {
            throw ErrCode.PARAMETER.because("the order is not paid");
        }
        try {
            return orders.confirmDelivered(order.game(), order.orderNo(), "api");
        } catch (NotFound e) {
            throw ErrCode.PARAMETER.because("data does not exist: no such order in this env");
        }
    }

    /** All amounts in minor units, all times in seconds; the two spellings are those of the documents and of an SDK. */
    Map<String, Object> shown(OrderView order) {
        var shown = new LinkedHashMap<String, Object>();
        var delivered = order.state() == OrderState.DELIVERED ? order.settledAt() : null;
        shown.put("order_id", order.outTradeNo());
        shown.put("create_time", seconds(order.createdAt()));
        shown.put("update_time", seconds(latest(order)));
        shown.put("status", status(order));
        shown.put("biz_type", 2);
        shown.put("order_fee", order.amount().minor());
        shown.put("coupon_fee", 0);
        shown.put("paid_fee", order.isPaid() ? order.amount().minor() : 0);
        shown.put("order_type", 0);
        shown.put("refund_fee", order.refunded().minor());
        shown.put("paid_time", seconds(order.paidAt()));
        shown.put("provide_time", seconds(delivered));
        shown.put("biz_meta", order.attach());
        shown.put("env_type", order.env() == Env.LIVE ? 1 : 2);
        shown.put("token", "");
        shown.put("left_fee", order.left().minor());
        shown.put("leftFee", order.left().minor());
        shown.put("wx_order_id", order.orderNo());
        shown.put("wxOrderId", order.orderNo());
        shown.put("channel_order_id", text(order.transactionId()));
        shown.put("wxpay_order_id", text(order.transactionId()));
        shown.put("sett_time", 0);
        shown.put("sett_state", 0);
        shown.put("platform_fee_fen", 0);
        shown.put("cps_fee_fen", 0);
        return shown;
    }

    static int status(OrderView order) {
        if (order.refund() == RefundProgress.REFUNDED) {
            return 5;
        }
        if (order.refund() == RefundProgress.REFUND_FAILED) {
            return 7;
        }
        return switch (order.state()) {
            case CREATED, PAYING -> 1;
            case PAID, HELD, DELIVERY_FAILED -> 2;
            case DELIVERING -> 3;
            case DELIVERED -> 4;
            case CLOSED -> 6;
        };
    }

    private static Instant latest(OrderView order) {
        if (order.settledAt() != null) {
            return order.settledAt();
        }
        return order.paidAt() != null ? order.paidAt() : order.createdAt();
    }

    private static long seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
