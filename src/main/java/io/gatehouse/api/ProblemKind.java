package io.gatehouse.api;

import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Refusal;

/** The kinds of problems a caller can have, each with an address that explains it. */
enum ProblemKind {
    INVALID(HttpStatus.BAD_REQUEST),
    UNREADABLE(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    UNKNOWN(HttpStatus.NOT_FOUND),
    WRONG_METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    CONFLICT(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
    WRONG_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** The end of its address, and the part of its keys in the bundles. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemKind of(Refusal refusal) {
        if (refusal instanceof ApiRefusal ours) {
            return ours.kind();
        }
        if (refusal instanceof NotFound) {
            return UNKNOWN;
        }
        if (refusal instanceof Forbidden) {
            return FORBIDDEN;
        }
        return refusal instanceof IllegalTransition ? CONFLICT : INVALID;
    }

    /** What the framework refused before any route of ours was reached. */
    static ProblemKind of(HttpStatusCode status) {
        for (var kind : values()) {
            if (kind.status.value() == status.value() && kind != INVALID) {
                return kind;
            }
        }
        return status.is5xxServerError() ? BROKEN : INVALID;
    }
}
