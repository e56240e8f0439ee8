package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * One link of the chain as it is stored or exported.
 *
 * @param position its place, from 1 without gaps
 * @param entry the id of the log row it seals; null where only the digest was exported
 * @param digest the digest of that row as it reads now; null if the row is gone
 * @param hash the hash written when it was sealed
 */
record Link(long position, @Nullable Long entry, @Nullable String digest, String hash) {

    static Link of(long position, LogEntry entry, String hash) {
        return new Link(position, entry.id(), Chain.digest(position, entry), hash);
    }
}
