package io.gatehouse.enablement;

/** What must hold before payment can be asked for; the page names who can mend a missing one. */
public enum Precondition {
    IS_A_GAME,
    PAYMENT_SWITCH_ON,
    MERCHANT_EFFECTIVE,
    NOT_ENABLED,
    NO_OPEN_REQUEST
}
