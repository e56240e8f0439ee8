package io.gatehouse.serverapi;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The nonces of callbacks that were seen, on whichever instance; kept longer than a timestamp is accepted. */
@Component
class Nonces {

    private static final Duration KEPT = Duration.ofSeconds(600);

    private final JdbcClient db;
    private final Clock clock;

    Nonces(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** False if it was used before. */
    boolean use(String nonce) {
        return db.sql("insert into callback_nonce (nonce, seen_at) values (?, ?) on conflict do nothing")
                        .params(nonce, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        db.sql("delete from callback_nonce where seen_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
