package io.gatehouse.workflow;

import org.camunda.bpm.engine.BadUserRequestException;

import io.gatehouse.core.Refusal;

/** Carries a refusal through the engine; its message is the sentence Tasklist shows. */
class RefusedByGuard extends BadUserRequestException {

    /** By which the engine's answers name a refusal; its own codes end at 19999. */
    static final int CODE = 20_409;

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedByGuard(String sentence, Refusal refusal) {
        super(sentence, refusal);
        this.refusal = refusal;
        setCode(CODE);
    }

    Refusal refusal() {
        return refusal;
    }
}
