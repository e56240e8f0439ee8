package io.gatehouse.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What the next draft of an item is to be.
 *
 * @param picture null to keep the one it has
 */
record DraftWanted(ItemTerms terms, @Nullable Picture picture) {}
