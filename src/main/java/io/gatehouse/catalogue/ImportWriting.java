package io.gatehouse.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

import jakarta.persistence.EntityManager;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.catalogue.ImportedRows.ImportedRow;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.Money;

/** Writes all accepted rows of a confirmed import, or none. */
@Component
class ImportWriting {

    private static final int CHUNK = 1000;

    private final ImportRuns runs;
    private final ImportedRows rows;
    private final CurrentItems current;
    private final Pictures pictures;
    private final Drafting drafting;
    private final GameCurrencies currencies;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportWriting(
            ImportRuns runs,
            ImportedRows rows,
            CurrentItems current,
            Pictures pictures,
            Drafting drafting,
            GameCurrencies currencies,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.current = current;
        this.pictures = pictures;
        this.drafting = drafting;
        this.currencies = currencies;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param told how many rows are in the transaction, now and then; it cannot ask for the import in its own
     * @throws IllegalTransition if an item was changed by somebody since the dry run
     * @throws RunLost if somebody else has taken the import up in the meantime
     */
    @Transactional
    public void write(ImportRun run, IntConsumer told) {
        var number = run.number();
        IllegalTransition.unless(
                currencies.of(run.game()).equals(run.currency()), "import.currency-changed", number, run.currency());
        pictures.keepOf(run.game(), number);
        var written = 0;
        var chunk = accepted(number, 0);
        while (!chunk.isEmpty()) {
            refuseWhatChangedSince(run.game(), number, chunk);
            drafting.draft(run.game(), wanted(run, chunk), run.writer(), number);
            // or each chunk would look through all items of those before
            entities.clear();
            written += chunk.size();
            told.accept(written);
            chunk = accepted(number, chunk.get(chunk.size() - 1).row().number());
        }
        rows.dropPictures(number);
        var done = runs.saveAndFlush(runs.locked(number).written(run.fence(), clock.instant()))
                .view();
        events.publishEvent(BusinessEvent.of("import.written", run.writer().value(), "import " + number)
                .in(run.game())
                .with("file", done.fileName())
                .with("new", done.newRows())
                .with("changed", done.changedRows())
                .with("refused", done.refusedRows()));
    }

    private List<ImportedRow> accepted(String number, int after) {
        return rows.of(number, List.of(ImportResult.NEW, ImportResult.CHANGED), after, CHUNK);
    }

    private void refuseWhatChangedSince(AppId game, String number, List<ImportedRow> chunk) {
        var items = current.of(game, chunk.stream().map(ImportedRow::code).toList());
        for (var row : chunk) {
            var item = items.get(row.code());
            var same = item == null
                    ? row.baseVersion() == 0
                    : item.latest() == row.baseVersion() && !item.inReview() && !item.deleted();
            IllegalTransition.unless(same, "import.changed-meanwhile", number, row.code());
        }
    }

    private List<DraftWanted> wanted(ImportRun run, List<ImportedRow> chunk) {
        var kept = pictures.find(
                run.game(),
                chunk.stream()
                        .map(ImportedRow::picture)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return chunk.stream()
                .map(it -> new DraftWanted(terms(run, it), it.picture() == null ? null : kept.get(it.picture())))
                .toList();
    }

    private static ItemTerms terms(ImportRun run, ImportedRow row) {
        var cells = row.row();
        return new ItemTerms(
                new ItemCode(row.code()),
                cells.cell(ImportColumn.NAME),
                new Money(Objects.requireNonNull(row.minor()), run.currency()),
                cells.cell(ImportColumn.REMARK));
    }
}
