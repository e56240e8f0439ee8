package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.catalogue.ImportedRows.ImportedRow;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;

/** Imports of many items from a workbook: always a dry run first, then all accepted rows or none. */
@Service
@Transactional
public class ItemImports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int CHUNK = 50;

    private final ImportRuns runs;
    private final ImportedRows rows;
    private final DryRun dryRun;
    private final CurrentItems current;
    private final ImportPreview preview;
    private final ItemRules rules;
    private final Drafting drafting;
    private final ImportTemplate template;
    private final GameCurrencies currencies;
    private final CatalogueSettings settings;
    private final Access access;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    ItemImports(
            ImportRuns runs,
            ImportedRows rows,
            DryRun dryRun,
            CurrentItems current,
            ImportPreview preview,
            ItemRules rules,
            Drafting drafting,
            ImportTemplate template,
            GameCurrencies currencies,
            CatalogueSettings settings,
            Access access,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.runs = runs;
        this.rows = rows;
        this.dryRun = dryRun;
        this.current = current;
        this.preview = preview;
        this.rules = rules;
        this.drafting = drafting;
        this.template = template;
        this.currencies = currencies;
        this.settings = settings;
        this.access = access;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes the workbook to fill in. */
    @Transactional(readOnly = true)
    public void template(AppId game, Locale locale, OutputStream out) throws IOException {
        template.write(currencies.of(game), locale, out);
    }

    /**
     * Reads a workbook and keeps what would come of it; no item is touched.
     *
     * @param pictures a zip with pictures named by item id; null without one
     * @return the number of the import
     * @throws PoisonFile if a file is refused as a whole; then nothing is kept
     */
    @Transactional(rollbackFor = IOException.class)
    public String dryRun(
            AppId game, ImportMode mode, String fileName, Path workbook, @Nullable Path pictures, Username by)
            throws IOException {
        access.require(by, Capability.ITEM_EDIT, game);
        var currency = currencies.of(game);
        var now = clock.instant();
        var number = "IM-%s-%04d".formatted(DAY.format(now.atZone(zone)), runs.nextNumber());
        var run = runs.saveAndFlush(new ImportRun(number, game, fileName, mode, currency, by, now));
        var counts = new EnumMap<ImportResult, Integer>(ImportResult.class);
        dryRun.run(game, currency, mode, workbook, pictures, checked -> {
            rows.add(number, checked);
            checked.forEach(it -> counts.merge(it.result(), 1, Integer::sum));
        });
        runs.save(run.counted(counts));
        return number;
    }

    /** How many rows a workbook may have here. */
    public int mostRows() {
        return settings.importRows();
    }

    @Transactional(readOnly = true)
    public ImportView get(AppId game, String number) {
        return runs.required(game, number).view();
    }

    /** The latest 50 of a game, newest first. */
    @Transactional(readOnly = true)
    public List<ImportView> of(AppId game) {
        return runs.findTop50ByGameOrderByCreatedAtDesc(game).stream()
                .map(ImportRun::view)
                .toList();
    }

    /** Rows of a dry run beside the items as they are now. */
    @Transactional(readOnly = true)
    public Page<ImportRowView> rows(
            AppId game, String number, Collection<ImportResult> results, @Nullable String after, int size) {
        return preview.of(runs.required(game, number), results, after, size);
    }

    /** Writes the refused rows back as a workbook, each with its reasons. */
    @Transactional(readOnly = true)
    public void refused(AppId game, String number, Locale locale, OutputStream out) throws IOException {
        var run = runs.required(game, number);
        var refused = rows.of(number, List.of(ImportResult.REFUSED), 0, Integer.MAX_VALUE).stream()
                .map(it -> new RefusedRow(it.row(), sentences(it.faults(), locale)))
                .toList();
        template.write(run.currency(), locale, refused, out);
    }

    /** The picture that lay in a row of a dry run. */
    @Transactional(readOnly = true)
    public StoredPicture picture(AppId game, String number, int row) {
        runs.required(game, number);
        var content = rows.picture(number, row);
        if (content.length == 0) {
            throw new NotFound("picture.unknown");
        }
        return new StoredPicture(Picture.read(content).type(), content);
    }

    /**
     * Writes all new and changed rows, or none.
     *
     * @return how many drafts came of it
     * @throws IllegalTransition if an item was changed by somebody since the dry run
     */
    public int confirm(AppId game, String number, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        var run = runs.saveAndFlush(runs.required(game, number).confirm(by, clock.instant()));
        IllegalTransition.unless(
                currencies.of(game).equals(run.currency()), "import.currency-changed", number, run.currency());
        var after = 0;
        var written = 0;
        var chunk = accepted(number, after);
        while (!chunk.isEmpty()) {
            refuseWhatChangedSince(game, number, chunk);
            written += drafting.draft(
                    game, chunk.stream().map(it -> wanted(run, it)).toList(), by, number);
            after = chunk.get(chunk.size() - 1).row().number();
            chunk = accepted(number, after);
        }
        events.publishEvent(BusinessEvent.of("import.written", by.value(), "import " + number)
                .in(game)
                .with("file", run.view().fileName())
                .with("new", run.view().newRows())
                .with("changed", run.view().changedRows())
                .with("refused", run.view().refusedRows()));
        return written;
    }

    /** Gives an import up; nothing was written and nothing will be. */
    public void discard(AppId game, String number, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        runs.save(runs.required(game, number).discard(by, clock.instant()));
    }

    private List<ImportedRow> accepted(String number, int after) {
        return rows.of(number, List.of(ImportResult.NEW, ImportResult.CHANGED), after, CHUNK);
    }

    private void refuseWhatChangedSince(AppId game, String number, List<ImportedRow> chunk) {
        var codes = chunk.stream().map(it -> it.row().cell(ImportColumn.CODE)).toList();
        var items = current.of(game, codes);
        for (var row : chunk) {
            var code = row.row().cell(ImportColumn.CODE);
            var item = items.get(code);
            var same = item == null
                    ? row.baseVersion() == 0
                    : item.latest() == row.baseVersion() && !item.inReview() && !item.deleted();
            IllegalTransition.unless(same, "import.changed-meanwhile", number, code);
        }
    }

    private DraftWanted wanted(ImportRun run, ImportedRow row) {
        var pictures = row.row().pictures();
        return new DraftWanted(
                rules.check(row.row().entry(), run.currency()),
                pictures.isEmpty() ? null : Picture.read(pictures.get(0)));
    }

    private Map<ImportColumn, List<String>> sentences(List<CellFault> faults, Locale locale) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        it -> ImportColumn.ofField(it.field()).orElse(ImportColumn.CODE),
                        Collectors.mapping(
                                it -> messages.getMessage(
                                        "refusal." + it.code(), it.arguments().toArray(), locale),
                                Collectors.toList())));
    }
}
