package io.gatehouse.superapp;

/**
 * Where players pay and get money back. Blocks for seconds, so is called outside database transactions. An answer
 * {@code UNKNOWN} is no failure: ask again under the same number, never begin anew under another.
 */
public interface PaymentChannel {

    /** Opens a payment; the same order number again opens nothing new. */
    PaymentOpened open(PaymentOrder order);

    /** @param orderNo our number of the order */
    PaymentState ask(String orderNo);

    /** Has money paid back; the same refund number again pays nothing twice. */
    RefundState refund(RefundOrder order);

    /** @param refundNo our number of the refund */
    RefundState askRefund(String refundNo);
}
