package io.gatehouse.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * A mail as the auditor reads it; attachments are named, not kept.
 *
 * @param sentAt null while it waits for the mail server
 * @param joinedAt when it came to tell of the case as well; null where it is the case's own
 */
public record SentMail(
        Username to,
        String address,
        String subject,
        String body,
        String link,
        @Nullable Instant sentAt,
        @Nullable Instant joinedAt) {

    /** Whether it was on its way when there was something to tell of the case. */
    public boolean wasSentBefore() {
        return sentAt != null && joinedAt != null && sentAt.isBefore(joinedAt);
    }
}
