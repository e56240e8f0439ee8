package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;

/** Reads a workbook and compares its rows with the items, some at a time. */
@Component
class DryRun {

    private final WorkbookReader reader;
    private final CurrentItems current;
    private final ItemRules rules;
    private final CatalogueSettings settings;
    private final MessageSource messages;
    private final PictureFetch fetch;
    private final Clock clock;

    DryRun(
            WorkbookReader reader,
            CurrentItems current,
            ItemRules rules,
            CatalogueSettings settings,
            MessageSource messages,
            PictureFetch fetch,
            Clock clock) {
        this.reader = reader;
        this.current = current;
        this.rules = rules;
        this.settings = settings;
        this.messages = messages;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** @param into takes the rows, some at a time */
    void run(ImportRun run, Path workbook, @Nullable Path pictures, Sink into) throws IOException {
        if (pictures == null) {
            read(run, null, workbook, into);
            return;
        }
        try (var zip = PictureZip.open(pictures, settings)) {
            read(run, zip, workbook, into);
        }
    }

    private void read(ImportRun run, @Nullable PictureZip zip, Path workbook, Sink into) {
        var check = new RowCheck(rules, run.currency(), run.mode(), rowPicture(zip));
        var chunk = new Chunk();
        reader.read(workbook, new ImportRows.Told() {

            private @Nullable Integer declared;

            @Override
            public void declared(int last) {
                declared = last;
            }

            @Override
            public void row(SheetRow row) {
                chunk.add(row);
                if (chunk.isFull()) {
                    into.accept(checked(run.game(), check, chunk.rows, it -> into.accept(it, declared)), declared);
                    chunk.clear();
                }
            }
        });
        into.accept(checked(run.game(), check, chunk.rows, it -> into.accept(it, null)), null);
    }

    /**
     * @param early takes rows as soon as their pictures are large together; only the check finds those of the zip
     * @return the rows after those
     */
    private List<CheckedRow> checked(
            AppId game, RowCheck check, List<SheetRow> chunk, Consumer<List<CheckedRow>> early) {
        var items = current.of(
                game, chunk.stream().map(it -> it.cell(ImportColumn.CODE)).toList());
        check.lookAhead(chunk);
        var checked = new ArrayList<CheckedRow>();
        var bytes = 0L;
        for (var row : chunk) {
            var next = check.check(row, items.get(row.cell(ImportColumn.CODE)));
            checked.add(next);
            bytes += next.picture() == null ? 0 : next.picture().content().length;
            if (bytes >= Chunk.BYTES) {
                early.accept(List.copyOf(checked));
                checked.clear();
                bytes = 0;
            }
        }
        return checked;
    }

    private RowPicture rowPicture(@Nullable PictureZip zip) {
        return new RowPicture(
                words("items.import.image.in-row"),
                words("items.import.image.in-zip"),
                zip,
                new FetchedPictures(fetch::begin, settings.importInflated().toBytes(), clock));
    }

    private Set<String> words(String key) {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .map(it -> messages.getMessage(key, new Object[0], it))
                .collect(Collectors.toSet());
    }

    /** Takes rows that were checked together. */
    interface Sink {

        /** @param declared the last row the workbook says it has; null if it does not say */
        void accept(List<CheckedRow> rows, @Nullable Integer declared);
    }

    /** Rows that are checked together: many, unless their pictures are large or have to be fetched. */
    private static final class Chunk {

        private static final int ROWS = 500;
        private static final long BYTES = 8L << 20;

        private final List<SheetRow> rows = new ArrayList<>();
        private long bytes;
        private int addresses;

        void add(SheetRow row) {
            rows.add(row);
            bytes += row.pictures().stream().mapToLong(it -> it.length).sum();
            addresses += RowPicture.namesAddress(row) ? 1 : 0;
        }

        boolean isFull() {
            return rows.size() >= ROWS || bytes >= BYTES || addresses >= FetchedPictures.AT_ONCE;
        }

        void clear() {
            rows.clear();
            bytes = 0;
            addresses = 0;
        }
    }
}
