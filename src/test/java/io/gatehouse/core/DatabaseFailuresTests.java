package io.gatehouse.core;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThat;

/** A failure of the database … */
class DatabaseFailuresTests {

    static List<RuntimeException> away() {
        return List.of(
                new CannotCreateTransactionException("no connection"),
                new CannotGetJdbcConnectionException("no connection", new SQLException("refused", "08001")),
                new DataAccessResourceFailureException("the connection broke"),
                new TransactionSystemException("nobody heard of the commit"),
                new JpaSystemException(new RuntimeException("nor of the rollback")));
    }

    static List<RuntimeException> unseen() {
        return List.of(
                new UnexpectedRollbackException("rolled back"), new TransactionTimedOutException("took too long"));
    }

    static List<RuntimeException> inTheWay() {
        return List.of(new CannotAcquireLockException("deadlock"), new QueryTimeoutException("canceled"));
    }

    static List<RuntimeException> lasting() {
        return List.of(
                new DuplicateKeyException("known already"),
                new DataIntegrityViolationException("too long"),
                new IllegalStateException("a mistake of ours"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void passesWhenTheDatabaseIsBack(RuntimeException failure) {

        assertThat(DatabaseFailures.isInDoubt(failure)).isTrue();
        assertThat(DatabaseFailures.isPassing(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void leavesInDoubtWhatATransactionHasDoneWhoseEndNobodySaw(RuntimeException failure) {

        assertThat(DatabaseFailures.isInDoubt(failure)).isTrue();
        assertThat(DatabaseFailures.isPassing(failure)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void passesWithWhatWasInTheWayAndIsRolledBackForCertain(RuntimeException failure) {

        assertThat(DatabaseFailures.isInDoubt(failure)).isFalse();
        assertThat(DatabaseFailures.isPassing(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void lastsWhenItIsAboutWhatWasAsked(RuntimeException failure) {

        assertThat(DatabaseFailures.isInDoubt(failure)).isFalse();
        assertThat(DatabaseFailures.isPassing(failure)).isFalse();
    }
}
