package io.gatehouse.orders;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people may take over an undelivered order.
 *
 * @param teamDays working days until the superapp is asked in the team's place
 * @param superappDays working days until the superapp's decision is overdue
 */
@ConfigurationProperties("gatehouse.undelivered")
record UndeliveredSettings(
        @DefaultValue("1") int teamDays, @DefaultValue("2") int superappDays) {}
