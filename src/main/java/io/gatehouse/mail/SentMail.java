package io.gatehouse.mail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/** A mail as the auditor reads it; attachments are named, not kept. */
public record SentMail(
        Username to,
        String address,
        String subject,
        String body,
        String link,
        @Nullable Instant sentAt) {}
