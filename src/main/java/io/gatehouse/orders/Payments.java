package io.gatehouse.orders;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

import io.gatehouse.superapp.Callback;

/** Takes the superapp's reports of payments: once each, whatever is repeated. */
@Component
class Payments {

    private final PaymentRecorder recorder;
    private final PaymentAlarm alarm;

    Payments(PaymentRecorder recorder, PaymentAlarm alarm) {
        this.recorder = recorder;
        this.alarm = alarm;
    }

    PaymentAccepted accept(PaymentNotice notice) {
        return accept(notice, null);
    }

    /** @param callback that brought it; null if we asked */
    PaymentAccepted accept(PaymentNotice notice, @Nullable Callback callback) {
        try {
            return check(notice, recorder.record(new PaymentRecorder.Report(notice, callback)));
        } catch (DuplicateKeyException e) {
            throw alarm.raise(notice, "payment.transaction-used", notice.transactionId(), notice.outTradeNo());
        }
    }

    private PaymentAccepted check(PaymentNotice notice, OrderView order) {
        if (!notice.amount().equals(order.amount())) {
            throw alarm.raise(notice, "payment.other-amount", notice.outTradeNo(), order.amount(), notice.amount());
        }
        var paidAt = order.paidAt();
        var transactionId = order.transactionId();
        if (paidAt == null || transactionId == null) {
            throw alarm.raise(notice, "payment.order-closed", notice.outTradeNo(), notice.transactionId());
        }
        if (!transactionId.equals(notice.transactionId())) {
            throw alarm.raise(
                    notice, "payment.other-transaction", notice.outTradeNo(), transactionId, notice.transactionId());
        }
        return new PaymentAccepted(order.orderNo(), order.game(), transactionId, paidAt);
    }
}
