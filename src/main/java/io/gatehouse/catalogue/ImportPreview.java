package io.gatehouse.catalogue;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.catalogue.ImportedRows.ImportedRow;
import io.gatehouse.core.Money;
import io.gatehouse.core.Page;

/** Rows of a dry run beside the items as they are now. */
@Component
class ImportPreview {

    private final ImportedRows rows;
    private final CurrentItems current;

    ImportPreview(ImportedRows rows, CurrentItems current) {
        this.rows = rows;
        this.current = current;
    }

    Page<ImportRowView> of(ImportRun run, Collection<ImportResult> results, @Nullable String after, int size) {
        var found = rows.of(run.number(), results, after == null ? 0 : Integer.parseInt(after), size + 1);
        var codes = found.stream().map(ImportedRow::code).toList();
        var items = current.of(run.game(), codes);
        var views =
                found.stream().map(it -> view(run, it, items.get(it.code()))).toList();
        return Page.of(views, size, it -> String.valueOf(it.number()));
    }

    private static ImportRowView view(ImportRun run, ImportedRow row, @Nullable CurrentItem item) {
        var cells = row.row();
        var changed = row.result() == ImportResult.CHANGED
                && item != null
                && run.view().isOpen();
        var name = cells.cell(ImportColumn.NAME);
        var price = cells.cell(ImportColumn.PRICE);
        return new ImportRowView(
                cells.number(),
                row.result(),
                cells.cell(ImportColumn.CODE),
                name,
                changed && !item.name().equals(name) ? item.name() : null,
                price,
                changed && !samePrice(item, price) ? item.price().major() : null,
                pictureUrl(run, row, item),
                cells.cell(ImportColumn.IMAGE),
                cells.cell(ImportColumn.REMARK),
                changed && !item.remark().equals(cells.cell(ImportColumn.REMARK)),
                row.faults());
    }

    private static boolean samePrice(CurrentItem item, String typed) {
        return item.price().equals(Money.parse("price", typed, item.price().currency()));
    }

    private static @Nullable String pictureUrl(ImportRun run, ImportedRow row, @Nullable CurrentItem item) {
        if (row.picture() != null && run.view().isOpen()) {
            return "/virtual-payment/items/imports/%s/rows/%d/picture"
                    .formatted(run.number(), row.row().number());
        }
        return item == null ? null : PictureUrls.path(item.picture());
    }
}
