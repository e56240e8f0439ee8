package io.gatehouse.orders;

/** Ends the checks of a purchase at the first one that fails. */
class RefusedPurchase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PurchaseRefused answer;

    RefusedPurchase(PurchaseFault fault, String sentence, Object... arguments) {
        this(fault.because(sentence, arguments));
    }

    private RefusedPurchase(PurchaseRefused answer) {
        super(answer.errmsg());
        this.answer = answer;
    }

    PurchaseRefused answer() {
        return answer;
    }
}
