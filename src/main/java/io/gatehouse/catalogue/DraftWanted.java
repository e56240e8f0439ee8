package io.gatehouse.catalogue;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the next draft of an item is to be.
 *
 * @param picture one of the game's {@link Pictures}; null to keep the one it has
 */
record DraftWanted(ItemTerms terms, @Nullable UUID picture) {}
