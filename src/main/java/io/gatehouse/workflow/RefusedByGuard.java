package io.gatehouse.workflow;

import org.camunda.bpm.engine.BadUserRequestException;

import io.gatehouse.core.Refusal;

/** Carries a refusal through the engine; its message is the sentence Tasklist shows. */
class RefusedByGuard extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedByGuard(String sentence, Refusal refusal) {
        super(sentence, refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
