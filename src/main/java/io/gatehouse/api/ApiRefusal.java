package io.gatehouse.api;

import io.gatehouse.core.Refusal;

/** A call that is refused for how it was made, whatever it asks for. */
class ApiRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    ApiRefusal(ProblemKind kind, String code, Object... arguments) {
        super(code, arguments);
        this.kind = kind;
    }

    ProblemKind kind() {
        return kind;
    }
}
