package io.gatehouse.bench;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A way to deliver paid orders that a Java team would take instead of ours, in its best documented configuration. */
public interface Peer {

    /** What it has to do with: its own database, and the games' servers. */
    record Tools(
            DataSource dataSource,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            TransactionTemplate transaction,
            StoredOrders orders,
            GameServers servers) {}

    /** Makes its tables and whatever else it needs; it does not deliver yet. */
    void prepare(Tools tools);

    /** Notes a delivery down, in the transaction that stores the order. */
    void enqueue(PaidOrder order);

    /** The order's transaction has committed. */
    default void committed(PaidOrder order) {}

    /** Delivers from now on. */
    void start();

    /** Delivers nothing more; what is under way comes to its end. */
    void stop();

    /** SQL that counts what is not delivered yet, or not recorded as such. */
    String waiting();
}
