package io.gatehouse.superapp;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The nonces of the superapp's callbacks that were used, on whichever instance. */
@Repository
class Nonces {

    static final int LONGEST = 128;

    /** A callback dated ahead by the tolerance can be replayed until the tolerance after its date; then some. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Nonces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False if it was used before; waits for a transaction that uses it at this moment. */
    boolean use(String nonce) {
        return jdbc.sql("insert into superapp_nonce (nonce, used_at) values (:nonce, :now) on conflict do nothing")
                        .param("nonce", nonce)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from superapp_nonce where used_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
