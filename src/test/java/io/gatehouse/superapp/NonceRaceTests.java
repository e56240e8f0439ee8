package io.gatehouse.superapp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two instances are brought the same callback at the same moment. */
class NonceRaceTests extends ApplicationTest {

    @Autowired
    private Callbacks callbacks;

    @Autowired
    private Nonces nonces;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Test
    void theSecondIsRefusedOnceTheFirstHasTakenIt() {
        var callback = callback();
        var second = transaction.execute(status -> {
            callbacks.use(callback);
            return usedMeanwhile(callback);
        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(second::join)
                .withCauseInstanceOf(CallbackRefused.class);
    }

    @Test
    void theSecondTakesItIfTheFirstHasFailed() {
        var callback = callback();
        var second = transaction.execute(status -> {
            callbacks.use(callback);
            status.setRollbackOnly();
            return usedMeanwhile(callback);
        });

        assertThat(second).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void oneThatComesTwiceInAGroupIsRefusedOnce() {
        var callback = callback();

        assertThat(callbacks.use(List.of(callback, callback)))
                .satisfiesExactly(
                        first -> assertThat(first).isEmpty(),
                        second -> assertThat(second).isPresent());
    }

    /** One that was dated ahead as far as it may be counts twice as long. */
    @Test
    void oneIsNotForgottenWhileItCounts() {
        clock.stop();
        var callback = callback(clock.instant().plus(Callbacks.TOLERANCE));
        callbacks.use(callback);

        clock.advance(Callbacks.TOLERANCE.multipliedBy(2));
        nonces.forget();

        assertThatExceptionOfType(CallbackRefused.class).isThrownBy(() -> callbacks.use(callback));
    }

    /** Begins to use it elsewhere, and returns once that waits for this transaction. */
    private CompletableFuture<Void> usedMeanwhile(Callback callback) {
        var second = CompletableFuture.runAsync(() -> callbacks.use(callback));
        while (!second.isDone() && !isWaitedFor()) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        return second;
    }

    private boolean isWaitedFor() {
        return db.sql(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    private Callback callback() {
        return callback(clock.instant());
    }

    /** With a nonce of its own. */
    static Callback callback(Instant sentAt) {
        return new Callback(
                "1", "TRANSACTION.SUCCESS", JsonNodeFactory.instance.objectNode(), sentAt, "n-" + UUID.randomUUID());
    }
}
