package io.gatehouse.access;

import java.sql.SQLException;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/** Every transaction of the application begins here, that of the process engine too: those for a team behind their wall. */
class WalledTransactions extends HibernateJpaDialect {

    private static final long serialVersionUID = 1L;

    @Override
    public Object beginTransaction(EntityManager entities, TransactionDefinition definition) throws SQLException {
        var served = TeamWall.served();
        if (served == null || served.passesBy()) {
            return super.beginTransaction(entities, definition);
        }
        served.begins(true);
        try {
            var begun = super.beginTransaction(entities, definition);
            entities.unwrap(Session.class).doWork(served::raiseWall);
            return begun;
        } finally {
            served.begins(false);
        }
    }
}
