package io.gatehouse.catalogue;

import java.util.List;
import java.util.Map;

/** A row an import refused, with the sentence for each cell at fault. */
record RefusedRow(SheetRow row, Map<ImportColumn, List<String>> faults) {}
