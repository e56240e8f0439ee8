package io.gatehouse.serverapi;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Sentences;
import io.gatehouse.orders.OrderView;
import io.gatehouse.refunds.RefundReason;
import io.gatehouse.refunds.RefundRequest;
import io.gatehouse.refunds.RefundSource;
import io.gatehouse.refunds.Refunds;

/** A refund a game's server asks for: a request like any other, decided by people. */
@Component
class XpayRefunds {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{8,32}");
    private static final int LONGEST_META = 1024;
    private static final int LONGEST_MESSAGE = 500;

    private final Refunds refunds;
    private final Sentences sentences;

    XpayRefunds(Refunds refunds, Sentences sentences) {
        this.refunds = refunds;
        this.sentences = sentences;
    }

    Map<String, Object> request(ServerCall call, OrderView order) {
        var number = call.text("refund_order_id");
        if (!NUMBER.matcher(number).matches()) {
            throw ErrCode.PARAMETER.because("refund_order_id is not 8 to 32 letters, digits, _ or -");
        }
        var fee = call.number("refund_fee");
        var left = call.number("left_fee");
        if (refunds.byExternalNo(call.game(), number).isEmpty()) {
            check(order, fee, left);
        }
        return Map.of(
                "refund_order_id", number,
                "refund_wx_order_id", ask(call, order, number, fee),
                "pay_order_id", order.outTradeNo(),
                "pay_wx_order_id", order.orderNo());
    }

    private static void check(OrderView order, long fee, long left) {
        if (!order.isPaid()) {
            throw ErrCode.PARAMETER.because("the order is not paid");
        }
        if (left != order.left().minor()) {
            throw ErrCode.LEFT_FEE.because("left_fee is not what is left of the order, ask query_order for it");
        }
        if (fee <= 0 || fee > left) {
            throw ErrCode.PARAMETER.because("refund_fee is not between 1 and left_fee");
        }
    }

    private String ask(ServerCall call, OrderView order, String number, long fee) {
        try {
            return refunds.request(new RefundRequest(
                    call.game(), order.orderNo(), fee, reason(call), RefundSource.API, message(call), "api", number));
        } catch (IllegalTransition e) {
            var running = e.code().equals("refund.open-already") || e.code().equals("refund.number-used");
            throw (running ? ErrCode.REFUND_RUNNING : ErrCode.PARAMETER).because("%s", sentences.of(e, Locale.ENGLISH));
        }
    }

    private static RefundReason reason(ServerCall call) {
        var reason = call.optionalText("refund_reason").orElse("0");
        if (!reason.matches("[0-5]")) {
            throw ErrCode.PARAMETER.because("refund_reason is not 0 to 5");
        }
        return RefundReason.of(Integer.parseInt(reason));
    }

    private static String message(ServerCall call) {
        var meta = call.optionalText("biz_meta").orElse("");
        if (meta.length() > LONGEST_META) {
            throw ErrCode.PARAMETER.because("biz_meta is longer than 1024 characters");
        }
        return meta.length() <= LONGEST_MESSAGE ? meta : meta.substring(0, LONGEST_MESSAGE);
    }
}
