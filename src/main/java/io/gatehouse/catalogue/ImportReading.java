package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.catalogue.ImportFiles.Part;

/** Reads the files of an import; each handful of rows is a transaction, so everybody sees how far it is. */
@Component
class ImportReading {

    private final ImportRuns runs;
    private final ImportedRows rows;
    private final ImportFiles files;
    private final ReadingFolder folders;
    private final DryRun dryRun;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportReading(
            ImportRuns runs,
            ImportedRows rows,
            ImportFiles files,
            ReadingFolder folders,
            DryRun dryRun,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.files = files;
        this.folders = folders;
        this.dryRun = dryRun;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads an import that was taken up.
     *
     * @throws RunLost if somebody discards it, or takes it up, in the meantime
     */
    void read(ImportRun run) throws IOException {
        var folder = folders.forReading();
        var workbook = folder.resolve("workbook");
        var pictures = folder.resolve("pictures");
        try {
            files.copy(run.number(), Part.WORKBOOK, workbook);
            var beside = files.copy(run.number(), Part.PICTURES, pictures) ? pictures : null;
            dryRun.run(run, workbook, beside, (checked, declared) -> keep(run, checked, declared));
            transaction.executeWithoutResult(it -> {
                runs.save(runs.locked(run.number()).checked(run.fence()));
                files.drop(run.number());
            });
        } catch (PoisonFile e) {
            refuse(run, e);
        } finally {
            Files.deleteIfExists(workbook);
            Files.deleteIfExists(pictures);
            Files.deleteIfExists(folder);
        }
    }

    private void keep(ImportRun run, List<CheckedRow> checked, @Nullable Integer declared) {
        var counts = new EnumMap<ImportResult, Integer>(ImportResult.class);
        checked.forEach(it -> counts.merge(it.result(), 1, Integer::sum));
        var last = checked.isEmpty() ? 0 : checked.get(checked.size() - 1).row().number();
        transaction.executeWithoutResult(it -> {
            // first, for it tells whether the import is ours still
            runs.saveAndFlush(runs.locked(run.number()).read(run.fence(), counts, last, declared, clock.instant()));
            rows.add(run.number(), checked);
        });
    }

    private void refuse(ImportRun run, PoisonFile poison) {
        transaction.executeWithoutResult(it -> {
            runs.saveAndFlush(runs.locked(run.number()).refuse(run.fence(), CellFault.of(poison)));
            rows.drop(run.number());
            files.drop(run.number());
        });
    }
}
