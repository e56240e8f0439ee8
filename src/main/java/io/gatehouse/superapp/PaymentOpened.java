package io.gatehouse.superapp;

/**
 * What came of opening a payment.
 *
 * @param payId the superapp's number of the open payment; empty unless it is open
 * @param reason why not, for the log and for people of the superapp; empty if it is open
 */
public record PaymentOpened(Outcome outcome, String payId, String reason) {

    /** {@code UNKNOWN}: it may be open or not; ask for the order's state. */
    public enum Outcome {
        OPENED,
        REFUSED,
        UNKNOWN
    }

    public boolean isOpen() {
        return outcome == Outcome.OPENED;
    }
}
