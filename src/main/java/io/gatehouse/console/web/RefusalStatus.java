package io.gatehouse.console.web;

import org.springframework.http.HttpStatus;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Refusal;

/** How HTTP says a refusal. */
final class RefusalStatus {

    /** Somebody else changed the same thing between reading and writing. */
    static final Refusal MEANWHILE = new IllegalTransition("page.changed-meanwhile");

    private RefusalStatus() {}

    static HttpStatus of(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (refusal instanceof Forbidden) {
            return HttpStatus.FORBIDDEN;
        }
        return refusal instanceof IllegalTransition ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
    }

    /** For a form that is shown again with what was typed: its fields are understood, but cannot be taken so. */
    static HttpStatus ofForm(Refusal refusal) {
        var status = of(refusal);
        return status == HttpStatus.BAD_REQUEST ? HttpStatus.UNPROCESSABLE_ENTITY : status;
    }
}
