package io.gatehouse.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/** An import as pages show it. */
public record ImportView(
        String number,
        String fileName,
        ImportMode mode,
        String currency,
        Username createdBy,
        Instant createdAt,
        ImportStatus status,
        int newRows,
        int changedRows,
        int unchangedRows,
        int refusedRows,
        @Nullable Username settledBy,
        @Nullable Instant settledAt) {

    public int rows() {
        return newRows + changedRows + unchangedRows + refusedRows;
    }

    /** How many rows a confirmation writes. */
    public int toWrite() {
        return newRows + changedRows;
    }

    public boolean isOpen() {
        return status == ImportStatus.CHECKED;
    }
}
