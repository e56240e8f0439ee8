package io.gatehouse.catalogue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row after its check.
 *
 * @param terms what it means; null for a refused one
 * @param baseVersion the newest version of the item the check compared with; 0 if there was no such item
 */
record CheckedRow(
        SheetRow row,
        ImportResult result,
        @Nullable ItemTerms terms,
        @Nullable Picture picture,
        List<CellFault> faults,
        int baseVersion) {}
