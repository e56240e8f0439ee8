package io.gatehouse.catalogue;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A row an import refused, with the sentence for each cell at fault.
 *
 * @param picture the hash of its picture; null without one
 */
record RefusedRow(
        SheetRow row,
        Map<ImportColumn, List<String>> faults,
        @Nullable String picture) {}
