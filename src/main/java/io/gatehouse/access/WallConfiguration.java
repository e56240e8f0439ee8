package io.gatehouse.access;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Builds the second wall between teams into the one database and the one transaction manager. */
@Configuration(proxyBeanMethods = false)
class WallConfiguration {

    @Bean
    JpaVendorAdapter hibernate() {
        var transactions = new WalledTransactions();
        return new HibernateJpaVendorAdapter() {

            @Override
            public HibernateJpaDialect getJpaDialect() {
                return transactions;
            }
        };
    }

    @Bean
    static BeanPostProcessor wallOfTheDatabase() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database && !(bean instanceof WalledDatabase)
                        ? new WalledDatabase(database)
                        : bean;
            }
        };
    }
}
