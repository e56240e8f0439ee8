package io.gatehouse.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.catalogue.ImportFiles.Part;
import io.gatehouse.core.AppId;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;

/** Imports of many items from a workbook: always a dry run first, then all accepted rows or none. */
@Service
@Transactional
public class ItemImports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final int AT_ONCE = 500;

    private final ImportRuns runs;
    private final ImportedRows rows;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final ImportWriting writing;
    private final ImportPreview preview;
    private final ImportTemplate template;
    private final RefusedDownload refused;
    private final GameCurrencies currencies;
    private final CatalogueSettings settings;
    private final Access access;
    private final Clock clock;
    private final ZoneId zone;

    ItemImports(
            ImportRuns runs,
            ImportedRows rows,
            ImportFiles files,
            ImportRunner runner,
            ImportWriting writing,
            ImportPreview preview,
            ImportTemplate template,
            RefusedDownload refused,
            GameCurrencies currencies,
            CatalogueSettings settings,
            Access access,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.runs = runs;
        this.rows = rows;
        this.files = files;
        this.runner = runner;
        this.writing = writing;
        this.preview = preview;
        this.template = template;
        this.refused = refused;
        this.currencies = currencies;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes the workbook to fill in. */
    @Transactional(readOnly = true)
    public void template(AppId game, Locale locale, OutputStream out) throws IOException {
        template.write(currencies.of(game), locale, out);
    }

    /**
     * Takes a workbook in; it is read in the background, and no item is touched before somebody confirms.
     *
     * @param pictures a zip with pictures named by item id; null without one
     * @return the number of the import
     * @throws PoisonFile if a file is empty or too large; then nothing is kept
     * @throws IllegalTransition while another workbook of the game is being read
     */
    @Transactional(rollbackFor = IOException.class)
    public String upload(
            AppId game,
            ImportMode mode,
            String fileName,
            InputStream workbook,
            @Nullable InputStream pictures,
            Username by)
            throws IOException {
        access.require(by, Capability.ITEM_EDIT, game);
        var now = clock.instant();
        var number = "IM-%s-%04d".formatted(DAY.format(now.atZone(zone)), runs.nextNumber());
        begin(new ImportRun(number, game, fileName, mode, currencies.of(game), by, now));
        var most = settings.importSize().toBytes();
        files.keep(number, Part.WORKBOOK, workbook, most);
        if (pictures != null) {
            files.keep(number, Part.PICTURES, pictures, most);
        }
        runner.wakeReader();
        return number;
    }

    private void begin(ImportRun run) {
        refuseWhileAnotherIsRead(run.game());
        try {
            runs.saveAndFlush(run);
        } catch (DataIntegrityViolationException e) {
            // somebody was quicker by a moment
            throw new IllegalTransition("import.another-read", "–");
        }
    }

    private void refuseWhileAnotherIsRead(AppId game) {
        var other = runs.findByGameAndStatus(game, ImportStatus.READING);
        IllegalTransition.unless(
                other.isEmpty(),
                "import.another-read",
                other.map(ImportRun::number).orElse(""));
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

    /** Writes the refused rows back as a workbook, each with its reasons; nothing is held while somebody takes them. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void refused(AppId game, String number, Locale locale, OutputStream out) throws IOException {
        refused.write(runs.required(game, number), locale, out);
    }

    /** The picture of a row of a dry run. */
    @Transactional(readOnly = true)
    public StoredPicture picture(AppId game, String number, int row) {
        runs.required(game, number);
        return rows.picture(number, row).orElseThrow(() -> new NotFound("picture.unknown"));
    }

    /**
     * Writes all new and changed rows, or none: few at once, many in the background. Confirming it twice is confirming
     * it once.
     *
     * @throws IllegalTransition if an item was changed by somebody since the dry run
     */
    public ImportView confirm(AppId game, String number, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        var run = runs.locked(game, number);
        if (run.isConfirmedBy(by)) {
            return run.view();
        }
        runs.saveAndFlush(run.confirm(by, clock.instant()));
        if (run.toWrite() > AT_ONCE) {
            runner.wakeWriter();
            return run.view();
        }
        writing.write(run, written -> {});
        return runs.required(game, number).view();
    }

    /** Gives an import up, also while it is read; nothing was written and nothing will be. */
    public void discard(AppId game, String number, Username by) {
        access.require(by, Capability.ITEM_EDIT, game);
        var run = runs.locked(game, number);
        if (run.isReading()) {
            rows.drop(number);
        }
        runs.saveAndFlush(run.discard(by, clock.instant()));
        rows.dropPictures(number);
        files.drop(number);
    }
}
