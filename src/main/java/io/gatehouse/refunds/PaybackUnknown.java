package io.gatehouse.refunds;

/** The payment channel gave no answer to rely on; the refund is asked for again later, under the same number. */
class PaybackUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PaybackUnknown(String number, String reason) {
        super("What became of refund %s is not known: %s".formatted(number, reason));
    }
}
