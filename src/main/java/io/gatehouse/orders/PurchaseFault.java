package io.gatehouse.orders;

/** What can be wrong with a purchase, by the published numbers of mini games; they are checked in this order. */
enum PurchaseFault {
    DATA_TYPE(-15011),
    MISSING_PARAMETER(-15001),
    INVALID_PARAMETER(-15002),
    NOT_ENABLED(-15005),
    CURRENCY(-15006),
    ITEM_ID(-15012),
    PRICE(-15016),
    SESSION(-15015),
    SIGNATURE(-15012),
    PAY_SIG(-15014),
    DUPLICATE_ORDER(-15003),
    PAID_ALREADY(-15007),
    BACKEND(-15004);

    private final int number;

    PurchaseFault(int number) {
        this.number = number;
    }

    PurchaseRefused because(String sentence, Object... arguments) {
        return new PurchaseRefused(number, sentence.formatted(arguments));
    }
}
