package io.gatehouse.serverapi;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.orders.Sessions;
import io.gatehouse.wire.Signatures;

/** The order query of mini games, which has error numbers of its own. */
@MachineRoute
class GameOrderController {

    private static final String METHOD = "hmac_sha256";
    private static final int ITEM = 2;

    private final Orders orders;
    private final Sessions sessions;

    GameOrderController(Orders orders, Sessions sessions) {
        this.orders = orders;
        this.sessions = sessions;
    }

    @PostMapping("/wxa/game/queryorderinfo")
    Map<String, Object> queryOrderInfo(
            ServerCall call,
            @RequestParam(defaultValue = "") String signature,
            @RequestParam(name = "sig_method", defaultValue = METHOD) String method) {
        var openId = call.text("openid");
        var key = sessions.sessionKey(call.game(), openId)
                .orElseThrow(
                        () -> ErrCode.GAME_SESSION_KEY.because("session_key has expired, log the player in again"));
        if (!method.equals(METHOD) || !Signatures.matches(Signatures.userSignature(key, call.raw()), signature)) {
            throw ErrCode.GAME_SIGNATURE.because("signature is wrong: HMAC-SHA256 with session_key over the raw body");
        }
        if (call.number("biz_id") != ITEM) {
            throw ErrCode.GAME_PARAMETER.because("[biz_id] biz_id is not 2, only items are sold here");
        }
        call.number("ts");
        return orders.byOutTradeNo(call.game(), call.text("out_trade_no"))
                .filter(it -> it.env() == call.env() && it.openId().equals(openId))
                .map(GameOrderController::shown)
                .orElseThrow(() -> ErrCode.GAME_ORDER_UNKNOWN.because("out_trade_no not found"));
    }

    private static Map<String, Object> shown(OrderView order) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.put("product_id", order.item().code());
        answer.put("pay_state", order.isPaid() ? 2 : 1);
        answer.put("deliver_state", order.state() == OrderState.DELIVERED ? 2 : 1);
        answer.put(
                "pay_finish_time", order.paidAt() == null ? 0 : order.paidAt().getEpochSecond());
        answer.put("out_trade_no", order.outTradeNo());
        answer.put("mch_order_no", order.orderNo());
        answer.put("transaction_id", order.transactionId() == null ? "" : order.transactionId());
        return answer;
    }
}
