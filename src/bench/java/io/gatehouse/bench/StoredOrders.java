package io.gatehouse.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** The order table of the other contestants. */
public final class StoredOrders {

    static final String TABLE = """
            create table paid_order (
                id             bigint primary key,
                out_trade_no   varchar(32)  not null unique,
                game           varchar(64)  not null,
                transaction_id varchar(64)  not null unique,
                open_id        varchar(128) not null,
                item_code      varchar(64)  not null,
                item_name      varchar(64)  not null,
                image_url      varchar(512) not null,
                attach         varchar(256) not null,
                quantity       int          not null,
                total          bigint       not null,
                currency       char(3)      not null,
                paid_at        timestamptz  not null,
                delivered_at   timestamptz
            ) with (fillfactor = 80);
            create index paid_order_list on paid_order (game, paid_at desc, id desc);
            """;

    private final JdbcTemplate jdbc;

    StoredOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(PaidOrder order) {
        jdbc.update(
                """
                insert into paid_order (id, out_trade_no, game, transaction_id, open_id, item_code, item_name, image_url, attach,
                                        quantity, total, currency, paid_at)
                values (?, ?, ?, ?, ?, 'gem_100', '100 gems', 'https://pictures.example/gem_100.png', 'bag=1', 1, ?, ?, now())
                """,
                order.id(),
                order.outTradeNo(),
                order.game(),
                order.transactionId(),
                "oPlayer" + order.id() % 10007,
                order.total(),
                order.currency());
    }

    public PaidOrder get(long id) {
        return jdbc.query("select * from paid_order where id = ?", StoredOrders::order, id)
                .get(0);
    }

    public List<PaidOrder> get(Collection<Long> ids) {
        return jdbc.query(
                "select * from paid_order where id = any(?)", StoredOrders::order, (Object) ids.toArray(Long[]::new));
    }

    public void delivered(long id) {
        jdbc.update("update paid_order set delivered_at = now() where id = ?", id);
    }

    public void delivered(Collection<Long> ids) {
        jdbc.update("update paid_order set delivered_at = now() where id = any(?)", (Object) ids.toArray(Long[]::new));
    }

    private static PaidOrder order(ResultSet row, int number) throws SQLException {
        return new PaidOrder(
                row.getLong("id"),
                row.getString("out_trade_no"),
                row.getString("game"),
                row.getString("transaction_id"),
                row.getLong("total"),
                row.getString("currency"));
    }
}
