package io.gatehouse.refunds;

import io.gatehouse.core.IllegalTransition;

/** The payment channel reports something else than what is recorded. Refused, and an alarm. */
public class RefundConflict extends IllegalTransition {

    private static final long serialVersionUID = 1L;

    RefundConflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
