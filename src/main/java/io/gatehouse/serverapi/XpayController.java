package io.gatehouse.serverapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.bind.annotation.PostMapping;

/** The calls about orders and money that existing SDKs make. */
@MachineRoute
class XpayController {

    private final XpayOrders orders;
    private final XpayRefunds refunds;

    XpayController(XpayOrders orders, XpayRefunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    @PostMapping("/xpay/query_order")
    Map<String, Object> queryOrder(ServerCall call) {
        return ok(Map.of("order", orders.shown(orders.namedOfPlayer(call))));
    }

    /** The game has delivered although the notification did not get through; once more changes nothing. */
    @PostMapping("/xpay/notify_provide_goods")
    Map<String, Object> notifyProvideGoods(ServerCall call) {
        orders.confirmDelivered(call);
        return ok(Map.of());
    }

    @PostMapping("/xpay/refund_order")
    Map<String, Object> refundOrder(ServerCall call) {
        return ok(refunds.request(call, orders.namedOfPlayer(call)));
    }

    static Map<String, Object> ok(Map<String, ?> fields) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.putAll(fields);
        return answer;
    }
}
