package io.gatehouse.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A filled row of an import workbook as it stands there.
 *
 * @param number as the spreadsheet program counts, from 1
 * @param pictures the contents of the pictures that lie in the row
 */
record SheetRow(int number, Map<ImportColumn, String> cells, List<byte[]> pictures) {

    String cell(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    ItemEntry entry() {
        return new ItemEntry(
                cell(ImportColumn.CODE), cell(ImportColumn.NAME), cell(ImportColumn.PRICE), cell(ImportColumn.REMARK));
    }
}
