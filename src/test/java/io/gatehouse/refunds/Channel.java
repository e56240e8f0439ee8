package io.gatehouse.refunds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.superapp.PaymentOpened;
import io.gatehouse.superapp.PaymentOrder;
import io.gatehouse.superapp.PaymentState;
import io.gatehouse.superapp.RefundOrder;
import io.gatehouse.superapp.RefundState;
import io.gatehouse.superapp.RefundState.Progress;

/** A payment channel that pays once by refund number, remembers what it was told, and can lose its answers. */
class Channel implements PaymentChannel {

    static final Instant PAID_AT = Instant.parse("2026-11-23T10:00:00Z");

    final List<RefundOrder> told = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final Map<String, RefundOrder> paid = new HashMap<>();

    private Progress answer = Progress.PAID;
    private boolean applies = true;
    private boolean losesAnswers;
    private boolean isDown;

    /** Everything reaches it, but no answer comes back. */
    void loseAnswers() {
        losesAnswers = true;
    }

    /** Nothing reaches it. */
    void goDown() {
        isDown = true;
    }

    void comeBack() {
        losesAnswers = false;
        isDown = false;
    }

    void refuse() {
        answer = Progress.FAILED;
        applies = false;
    }

    /** It takes the order and pays later. */
    void takeItsTime() {
        answer = Progress.PROCESSING;
    }

    void finish() {
        answer = Progress.PAID;
    }

    @Override
    public RefundState refund(RefundOrder order) {
        if (isDown) {
            return state(Progress.UNKNOWN, null);
        }
        told.add(order);
        if (applies) {
            paid.putIfAbsent(order.refundNo(), order);
        }
        return losesAnswers ? state(Progress.UNKNOWN, null) : state(answer, order.refundNo());
    }

    @Override
    public RefundState askRefund(String refundNo) {
        if (isDown || losesAnswers) {
            return state(Progress.UNKNOWN, null);
        }
        asked.add(refundNo);
        return paid.containsKey(refundNo) ? state(answer, refundNo) : state(Progress.ABSENT, null);
    }

    private static RefundState state(Progress progress, @Nullable String refundNo) {
        return new RefundState(
                progress,
                refundNo == null ? null : "C-" + refundNo,
                PAID_AT,
                progress.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public PaymentOpened open(PaymentOrder order) {
        throw new UnsupportedOperationException("Nobody buys here");
    }

    @Override
    public PaymentState ask(String orderNo) {
        throw new UnsupportedOperationException("Nobody buys here");
    }
}
