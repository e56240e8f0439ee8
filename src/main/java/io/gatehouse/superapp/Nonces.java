package io.gatehouse.superapp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The nonces of the superapp's callbacks that were used, on whichever instance. */
@Repository
class Nonces {

    static final int LONGEST = 128;

    /** A callback dated ahead by the tolerance can be replayed until the tolerance after its date; then some. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** Always in the same order, so that two instances never wait for each other. */
    private static final Comparator<Nonce> ORDER =
            Comparator.comparing(Nonce::value).thenComparing(Nonce::sentAt);

    private final JdbcClient jdbc;
    private final Clock clock;

    Nonces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A nonce and the time it was signed with. */
    record Nonce(Instant sentAt, String value) {}

    /** @return those that were used for the first time; waits for a transaction that uses one of them at this moment */
    Set<Nonce> use(Collection<Nonce> nonces) {
        var sorted = nonces.stream().distinct().sorted(ORDER).toList();
        return new HashSet<>(jdbc.sql("""
                        insert into superapp_nonce (sent_at, nonce) select * from unnest(?::timestamptz[], ?::text[])
                        on conflict do nothing returning sent_at, nonce
                        """)
                .param(sorted.stream().map(it -> it.sentAt().toString()).toArray(String[]::new))
                .param(sorted.stream().map(Nonce::value).toArray(String[]::new))
                .query((row, number) ->
                        new Nonce(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)))
                .list());
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from superapp_nonce where sent_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
