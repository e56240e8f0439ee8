package io.gatehouse.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What all payments and deliveries depend on must not wait for a connection that is dead, nor for a plan that is wrong. */
class HotPathTests extends ApplicationTest {

    @Autowired
    private HotPath hotPath;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Test
    @Timeout(60)
    void aConnectionThatIsSilentlyDeadIsGivenUp() {
        var silent = new Silent();
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        hotPath.enter(Duration.ofSeconds(1));
                        silent.process = one("select pg_backend_pid()");
                        silent.signal("STOP");
                        one("select 1");
                    }))
                    .isInstanceOfAny(DataAccessException.class, TransactionException.class);
        } finally {
            silent.signal("CONT");
        }
        assertThat(one("select 1")).isEqualTo(1);
    }

    @Test
    void theNextWhoIsGivenTheConnectionHasAllTheTimeItTakes() {
        for (var round = 0; round < 3; round++) {
            transaction.executeWithoutResult(status -> hotPath.enter(Duration.ofMillis(100)));
        }

        assertThat(one("select 1 from pg_sleep(0.3)")).isEqualTo(1);
    }

    @Test
    void goesByIndexesUntilItsTransactionEnds() {
        assertThat(transaction.<String>execute(status -> {
                    hotPath.enter();
                    return planner();
                }))
                .isEqualTo("off");
        assertThat(transaction.<String>execute(status -> planner())).isEqualTo("on");
    }

    private String planner() {
        return db.sql("show enable_seqscan").query(String.class).single();
    }

    private int one(String query) {
        return db.sql(query).query(Integer.class).single();
    }

    private static final class Silent {

        private int process;

        void signal(String name) {
            try {
                assertThat(new ProcessBuilder("kill", "-" + name, Integer.toString(process))
                                .start()
                                .onExit()
                                .join()
                                .exitValue())
                        .isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
