package io.gatehouse.superapp;

import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.ApplicationTest;
import io.gatehouse.EmptyStatistics;
import io.gatehouse.core.HotPath;

import static org.assertj.core.api.Assertions.assertThat;

/** A rush after a quiet night: nothing of what was used is read to find out whether something else was. */
class NoncePlanTests extends ApplicationTest {

    @Autowired
    private Callbacks callbacks;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private HotPath hotPath;

    @Test
    void usingSomeReadsNothingOfTheOthers() {
        transaction.executeWithoutResult(status -> {
            hotPath.enter();
            var used = EmptyStatistics.of("superapp_nonce", jdbc, """
                    insert into superapp_nonce (sent_at, digest) select now(), gen_random_uuid() from generate_series(1, 3000)
                    """);
            var some = Stream.generate(() -> NonceRaceTests.callback(clock.instant()))
                    .limit(10)
                    .toList();

            var read = used.readBy(() -> assertThat(callbacks.use(some)).containsOnly(Optional.empty()));

            assertThat(read).isLessThan(EmptyStatistics.MOST_READ);
            status.setRollbackOnly();
        });
    }
}
