package io.gatehouse.core;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failure that the database has caused means to whoever met it. */
public final class DatabaseFailures {

    private DatabaseFailures() {}

    /** Nobody knows whether it is done: the database went away, maybe during the commit, or the transaction ended unseen. */
    public static boolean isInDoubt(RuntimeException failure) {
        return isAway(failure) || failure instanceof TransactionException;
    }

    /** Nothing is wrong with what was asked: a little later the same may succeed. */
    public static boolean isPassing(RuntimeException failure) {
        return isAway(failure) || failure instanceof TransientDataAccessException;
    }

    private static boolean isAway(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof JpaSystemException
                || failure instanceof DataAccessResourceFailureException;
    }
}
