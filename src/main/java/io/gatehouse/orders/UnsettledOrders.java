package io.gatehouse.orders;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.exemption.OrdersInFlight;

/** What is paid and neither delivered nor given back. A month is more than any delivery or refund takes. */
@Component
class UnsettledOrders implements OrdersInFlight {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final JdbcClient db;
    private final Clock clock;

    UnsettledOrders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<String> of(AppId game, Collection<String> itemCodes) {
        return itemCodes.isEmpty()
                ? List.of()
                : db.sql("""
                        select order_no from purchase_order
                         where app_id = :game and paid_at is not null and listed_at > :since and item_code in (:codes)
                           and (state in ('PAID', 'DELIVERING', 'DELIVERY_FAILED') or refund = 'REFUNDING')
                         order by listed_at desc, order_no desc
                        """)
                        .param("game", game.value())
                        .param("since", Timestamp.from(clock.instant().minus(LONGEST)))
                        .param("codes", itemCodes)
                        .query(String.class)
                        .list();
    }
}
