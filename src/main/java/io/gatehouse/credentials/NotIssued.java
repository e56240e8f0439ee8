package io.gatehouse.credentials;

import org.jspecify.annotations.Nullable;

/** An issuer could not do its work; the message is for the superapp's people and holds no secret. */
class NotIssued extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotIssued(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
