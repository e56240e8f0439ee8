package io.gatehouse.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A mail as it is written: texts in the recipient's language, and when it may be tried next. */
record Letter(
        String key,
        String recipient,
        String address,
        String subject,
        String body,
        String link,
        @Nullable String game,
        @Nullable String request,
        int attempts,
        @Nullable Instant sentAt) {

    Letter leadingTo(String otherLink) {
        return new Letter(key, recipient, address, subject, body, otherLink, game, request, attempts, sentAt);
    }
}
