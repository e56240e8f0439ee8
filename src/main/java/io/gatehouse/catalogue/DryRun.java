package io.gatehouse.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
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

    private static final int CHUNK = 50;

    private final WorkbookReader reader;
    private final CurrentItems current;
    private final ItemRules rules;
    private final CatalogueSettings settings;
    private final MessageSource messages;
    private final PictureFetch fetch;

    DryRun(
            WorkbookReader reader,
            CurrentItems current,
            ItemRules rules,
            CatalogueSettings settings,
            MessageSource messages,
            PictureFetch fetch) {
        this.reader = reader;
        this.current = current;
        this.rules = rules;
        this.settings = settings;
        this.messages = messages;
        this.fetch = fetch;
    }

    void run(
            AppId game,
            Currency currency,
            ImportMode mode,
            Path workbook,
            @Nullable Path pictures,
            Consumer<List<CheckedRow>> into)
            throws IOException {
        if (pictures == null) {
            run(game, new RowCheck(rules, currency, mode, rowPicture(null)), workbook, into);
            return;
        }
        try (var zip = PictureZip.open(pictures, settings)) {
            run(game, new RowCheck(rules, currency, mode, rowPicture(zip)), workbook, into);
        }
    }

    private void run(AppId game, RowCheck check, Path workbook, Consumer<List<CheckedRow>> into) {
        var chunk = new ArrayList<SheetRow>();
        reader.read(workbook, row -> {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                into.accept(checked(game, check, chunk));
                chunk.clear();
            }
        });
        into.accept(checked(game, check, chunk));
    }

    private List<CheckedRow> checked(AppId game, RowCheck check, List<SheetRow> chunk) {
        var items = current.of(
                game, chunk.stream().map(it -> it.cell(ImportColumn.CODE)).toList());
        check.lookAhead(chunk);
        return chunk.stream()
                .map(it -> check.check(it, items.get(it.cell(ImportColumn.CODE))))
                .toList();
    }

    private RowPicture rowPicture(@Nullable PictureZip zip) {
        return new RowPicture(
                words("items.import.image.in-row"),
                words("items.import.image.in-zip"),
                zip,
                new FetchedPictures(fetch));
    }

    private Set<String> words(String key) {
        return Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                .map(it -> messages.getMessage(key, new Object[0], it))
                .collect(Collectors.toSet());
    }
}
