package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.ForeignText;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/**
 * An import: its dry run, and whether its rows were written after it. Both are done by whoever has taken it up last; the
 * fence says who that is.
 */
@Entity
class ImportRun {

    /** How often one is taken up before it is given up: what ends its instance three times would end the next one too. */
    static final int MOST_TRIES = 3;

    private static final int LONGEST_NAME = 255;

    @Id
    private String number;

    private AppId game;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    private String currency;
    private Username createdBy;
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    private int fence;
    private int tries;
    private @Nullable Instant aliveAt;
    private int rowsRead;
    private @Nullable Integer rowsDeclared;
    private int rowsWritten;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable CellFault fault;

    private int newRows;
    private int changedRows;
    private int unchangedRows;
    private int refusedRows;
    private @Nullable Username settledBy;
    private @Nullable Instant settledAt;

    @Version
    private @Nullable Long revision;

    @SuppressWarnings("NullAway")
    protected ImportRun() {}

    ImportRun(String number, AppId game, String fileName, ImportMode mode, Currency currency, Username by, Instant at) {
        this.number = number;
        this.game = game;
        this.fileName = shortened(ForeignText.plain(fileName));
        this.mode = mode;
        this.currency = currency.getCurrencyCode();
        this.createdBy = by;
        this.createdAt = at;
        this.status = ImportStatus.READING;
    }

    private static String shortened(String name) {
        return Typed.length(name) > LONGEST_NAME ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) : name;
    }

    /** Somebody begins to read or to write it, from its first row; whoever did before has lost it. */
    ImportRun takeUp(Instant at) {
        fence++;
        tries++;
        aliveAt = at;
        rowsWritten = 0;
        if (isReading()) {
            rowsRead = 0;
            rowsDeclared = null;
            newRows = changedRows = unchangedRows = refusedRows = 0;
        }
        return this;
    }

    /**
     * Some more rows are read.
     *
     * @param lastRow the last of them, as the spreadsheet program counts
     * @param declared the last row the workbook says it has; null if it does not say
     */
    ImportRun read(int holder, Map<ImportResult, Integer> rows, int lastRow, @Nullable Integer declared, Instant at) {
        requireHeldBy(holder, ImportStatus.READING);
        newRows += rows.getOrDefault(ImportResult.NEW, 0);
        changedRows += rows.getOrDefault(ImportResult.CHANGED, 0);
        unchangedRows += rows.getOrDefault(ImportResult.UNCHANGED, 0);
        refusedRows += rows.getOrDefault(ImportResult.REFUSED, 0);
        rowsRead = Math.max(rowsRead, lastRow);
        rowsDeclared = declared == null || declared < rowsRead ? null : declared;
        aliveAt = at;
        return this;
    }

    /** All rows are read; a person may look at them now. */
    ImportRun checked(int holder) {
        requireHeldBy(holder, ImportStatus.READING);
        return rest(ImportStatus.CHECKED);
    }

    /** A file of it is refused as a whole. */
    ImportRun refuse(int holder, CellFault reason) {
        requireHeldBy(holder, ImportStatus.READING);
        newRows = changedRows = unchangedRows = refusedRows = 0;
        fault = reason;
        return rest(ImportStatus.REFUSED);
    }

    /** Its accepted rows are to be written. */
    ImportRun confirm(Username by, Instant at) {
        requireUnsettled();
        IllegalTransition.unless(newRows + changedRows > 0, "import.nothing-to-write", number);
        fault = null;
        rowsWritten = 0;
        return rest(ImportStatus.WRITING).settledBy(by, at);
    }

    boolean isConfirmedBy(Username person) {
        return person.equals(settledBy) && (status == ImportStatus.WRITING || status == ImportStatus.WRITTEN);
    }

    /** Some of its rows are in the transaction that writes all of them. */
    ImportRun writing(int holder, int rows, Instant at) {
        requireHeldBy(holder, ImportStatus.WRITING);
        rowsWritten = rows;
        aliveAt = at;
        return this;
    }

    ImportRun written(int holder, Instant at) {
        requireHeldBy(holder, ImportStatus.WRITING);
        rowsWritten = newRows + changedRows;
        settledAt = at;
        return rest(ImportStatus.WRITTEN);
    }

    /** Something stood in the way of writing; none of its rows was written, and it may be confirmed again. */
    ImportRun object(int holder, CellFault reason) {
        requireHeldBy(holder, ImportStatus.WRITING);
        fault = reason;
        settledBy = null;
        settledAt = null;
        rowsWritten = 0;
        return rest(ImportStatus.CHECKED);
    }

    /** Whoever holds it cannot go on; another try may, after as long a silence as after a death. */
    ImportRun letGo(int holder, Instant at) {
        requireHeldBy(holder, status);
        aliveAt = at;
        return this;
    }

    /** Its holder is stopped, through no fault of it: another one begins at once, and this try does not count. */
    ImportRun handOver(int holder) {
        requireHeldBy(holder, status);
        aliveAt = null;
        tries--;
        return this;
    }

    /** Nobody takes it up again; nothing was written. */
    ImportRun fail(int holder) {
        requireHeldBy(holder, status);
        return rest(ImportStatus.FAILED);
    }

    /** Gives it up while it is read, or after that. */
    ImportRun discard(Username by, Instant at) {
        if (!isReading()) {
            requireUnsettled();
        }
        return rest(ImportStatus.DISCARDED).settledBy(by, at);
    }

    String number() {
        return number;
    }

    AppId game() {
        return game;
    }

    ImportMode mode() {
        return mode;
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    int fence() {
        return fence;
    }

    boolean isReading() {
        return status == ImportStatus.READING;
    }

    boolean isTriedTooOften() {
        return tries > MOST_TRIES;
    }

    int toWrite() {
        return newRows + changedRows;
    }

    private ImportRun rest(ImportStatus next) {
        status = next;
        aliveAt = null;
        tries = 0;
        return this;
    }

    private ImportRun settledBy(Username by, Instant at) {
        settledBy = by;
        settledAt = at;
        return this;
    }

    private void requireHeldBy(int holder, ImportStatus expected) {
        if (fence != holder
                || status != expected
                || expected != ImportStatus.READING && expected != ImportStatus.WRITING) {
            throw new RunLost(number);
        }
    }

    private void requireUnsettled() {
        IllegalTransition.unless(!isReading(), "import.being-read", number);
        if (status != ImportStatus.CHECKED) {
            throw settled();
        }
    }

    /** Whoever confirmed a broken off one has settled nothing. */
    private IllegalTransition settled() {
        return settledBy == null || status == ImportStatus.FAILED
                ? new IllegalTransition("import.ended", number)
                : new IllegalTransition("import.settled", number, settledBy);
    }

    Username writer() {
        if (settledBy == null) {
            throw settled();
        }
        return settledBy;
    }

    ImportView view() {
        return new ImportView(
                number,
                fileName,
                mode,
                currency,
                createdBy,
                createdAt,
                status,
                aliveAt == null,
                rowsRead,
                rowsDeclared,
                rowsWritten,
                fault,
                newRows,
                changedRows,
                unchangedRows,
                refusedRows,
                settledBy,
                settledAt);
    }
}
