package io.gatehouse.reports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * An export that is made in the background.
 *
 * @param filter what is exported, days spelt out
 * @param locale the language of its titles, as a tag
 * @param written rows so far
 * @param total rows in the end; null until they are counted
 * @param expiresAt until when the file can be fetched
 */
public record ReportJob(
        UUID id,
        ReportKind kind,
        AppId game,
        Map<String, String> filter,
        Username askedBy,
        String locale,
        ReportStatus status,
        long written,
        @Nullable Long total,
        long bytes,
        Instant askedAt,
        @Nullable Instant expiresAt) {

    public boolean isUnderWay() {
        return status == ReportStatus.QUEUED || status == ReportStatus.RUNNING;
    }

    public boolean isDone() {
        return status == ReportStatus.DONE;
    }

    /** {@code orders-wx7f20c4a19be3-2026-11-17-2026-11-23.xlsx}. */
    public String fileName() {
        return "%s-%s-%s-%s.xlsx".formatted(kind.key(), game, filter.get("from"), filter.get("to"));
    }
}
