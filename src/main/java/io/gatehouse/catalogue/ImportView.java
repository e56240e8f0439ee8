package io.gatehouse.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.Username;

/**
 * An import as pages show it.
 *
 * @param waiting whether nobody works on it yet
 * @param rowsRead the last row that was read so far, as the spreadsheet program counts
 * @param rowsDeclared the last row the workbook says it has; null if it does not say, or before it is opened
 * @param fault why a file of it is refused, or what stood in the way of writing it; null otherwise
 */
public record ImportView(
        String number,
        String fileName,
        ImportMode mode,
        String currency,
        Username createdBy,
        Instant createdAt,
        ImportStatus status,
        boolean waiting,
        int rowsRead,
        @Nullable Integer rowsDeclared,
        int rowsWritten,
        @Nullable CellFault fault,
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

    public boolean isReading() {
        return status == ImportStatus.READING;
    }

    public boolean isWriting() {
        return status == ImportStatus.WRITING;
    }

    public boolean isUnderWay() {
        return isReading() || isWriting();
    }

    /** How many rows of {@link #total} are done in what is under way. */
    public int done() {
        return isWriting() ? rowsWritten : belowHeads(rowsRead);
    }

    /** How many there are in what is under way; null while nobody knows. */
    public @Nullable Integer total() {
        if (isWriting()) {
            return toWrite();
        }
        return rowsDeclared == null ? null : Integer.valueOf(belowHeads(rowsDeclared));
    }

    private static int belowHeads(int row) {
        return Math.max(0, row - 1);
    }
}
