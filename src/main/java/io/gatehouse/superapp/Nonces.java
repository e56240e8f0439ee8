package io.gatehouse.superapp;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.LongWork;

/** The nonces of the superapp's callbacks that were used, on whichever instance. */
@Repository
class Nonces {

    static final int LONGEST = 128;

    /** A callback dated ahead by the tolerance can be replayed until the tolerance after its date; then some. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final JdbcTemplate database;
    private final Clock clock;

    Nonces(JdbcClient jdbc, JdbcTemplate database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    /** A nonce and the time it was signed with. */
    record Nonce(Instant sentAt, String value) {

        /** What it is recognised by: the first 16 bytes of its SHA-256. */
        UUID digest() {
            var bytes = ByteBuffer.wrap(DigestUtils.sha256(value));
            return new UUID(bytes.getLong(), bytes.getLong());
        }
    }

    /**
     * Waits for a transaction that uses one of them at this moment.
     *
     * @return those that were used for the first time
     * @throws DuplicateKeyException if that transaction was committed: nothing was used, and the caller's is to be rolled back
     */
    Set<Nonce> use(Collection<Nonce> nonces) {
        // in the same order everywhere, so that two instances never wait for each other
        var offered = new TreeMap<UUID, Nonce>();
        nonces.forEach(it -> offered.putIfAbsent(it.digest(), it));
        var digests = offered.keySet().toArray(UUID[]::new);
        return jdbc
                .sql("""
                        insert into superapp_nonce (sent_at, digest)
                        select * from unnest(?::timestamptz[], ?::uuid[]) as offered (sent_at, digest)
                        where not exists (select from superapp_nonce used
                            where used.digest = any(?) and used.digest = offered.digest)
                        returning digest
                        """)
                .param(offered.values().stream()
                        .map(it -> it.sentAt().toString())
                        .toArray(String[]::new))
                .param(digests)
                .param(digests)
                .query(UUID.class)
                .list()
                .stream()
                .map(offered::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    @Transactional
    void forget() {
        LongWork.begin(database);
        jdbc.sql("delete from superapp_nonce where sent_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
