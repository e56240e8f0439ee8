package io.gatehouse.orders;

import io.gatehouse.core.IllegalTransition;

/** A payment contradicts what is recorded of the order: nothing was changed, and the superapp has been alarmed. */
public class PaymentConflict extends IllegalTransition {

    private static final long serialVersionUID = 1L;

    PaymentConflict(String code, Object... arguments) {
        super(code, arguments);
    }
}
