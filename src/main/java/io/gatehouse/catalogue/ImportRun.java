package io.gatehouse.catalogue;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.ForeignText;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/** An import: its dry run, and whether its rows were written after it. */
@Entity
class ImportRun {

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
        this.status = ImportStatus.CHECKED;
    }

    private static String shortened(String name) {
        return Typed.length(name) > LONGEST_NAME ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) : name;
    }

    ImportRun counted(Map<ImportResult, Integer> rows) {
        newRows = rows.getOrDefault(ImportResult.NEW, 0);
        changedRows = rows.getOrDefault(ImportResult.CHANGED, 0);
        unchangedRows = rows.getOrDefault(ImportResult.UNCHANGED, 0);
        refusedRows = rows.getOrDefault(ImportResult.REFUSED, 0);
        return this;
    }

    /** Its accepted rows are being written. */
    ImportRun confirm(Username by, Instant at) {
        requireUnsettled();
        IllegalTransition.unless(newRows + changedRows > 0, "import.nothing-to-write", number);
        return settle(ImportStatus.WRITTEN, by, at);
    }

    ImportRun discard(Username by, Instant at) {
        requireUnsettled();
        return settle(ImportStatus.DISCARDED, by, at);
    }

    String number() {
        return number;
    }

    AppId game() {
        return game;
    }

    Currency currency() {
        return Currency.getInstance(currency);
    }

    private ImportRun settle(ImportStatus next, Username by, Instant at) {
        status = next;
        settledBy = by;
        settledAt = at;
        return this;
    }

    private void requireUnsettled() {
        IllegalTransition.unless(
                status == ImportStatus.CHECKED, "import.settled", number, status, String.valueOf(settledBy));
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
                newRows,
                changedRows,
                unchangedRows,
                refusedRows,
                settledBy,
                settledAt);
    }
}
