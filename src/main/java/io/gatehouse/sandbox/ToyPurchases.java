package io.gatehouse.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The toy games' own list of purchases. */
@Repository
@Profile("sandbox")
class ToyPurchases {

    private final JdbcClient db;

    ToyPurchases(JdbcClient db) {
        this.db = db;
    }

    void add(ToyPurchase purchase) {
        var wanted = purchase.wanted();
        db.sql("insert into toy_purchase (app_id, out_trade_no, player, open_id, item, quantity, price, currency, env,"
                        + " asked_at, sign_data, status, answer, order_no, pay_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        purchase.appId(),
                        purchase.outTradeNo(),
                        purchase.player().name(),
                        purchase.openId())
                .params(wanted.item(), wanted.quantity(), wanted.price(), wanted.currency(), wanted.env())
                .params(Timestamp.from(purchase.askedAt()), purchase.signData(), purchase.status(), purchase.answer())
                .params(purchase.orderNo(), purchase.payId())
                .update();
    }

    Optional<ToyPurchase> find(String appId, String outTradeNo) {
        return db.sql("select * from toy_purchase where app_id = ? and out_trade_no = ?")
                .params(appId, outTradeNo)
                .query(ToyPurchases::row)
                .optional();
    }

    int count(String appId) {
        return db.sql("select count(*) from toy_purchase where app_id = ?")
                .param(appId)
                .query(Integer.class)
                .single();
    }

    List<ToyPurchase> latest(String appId) {
        return db.sql("select * from toy_purchase where app_id = ? order by asked_at desc limit 12")
                .param(appId)
                .query(ToyPurchases::row)
                .list();
    }

    private static ToyPurchase row(ResultSet row, int number) throws SQLException {
        return new ToyPurchase(
                row.getString("app_id"),
                row.getString("out_trade_no"),
                ToyPlayer.named(row.getString("player")),
                row.getString("open_id"),
                new ToyShop.Wanted(
                        row.getString("item"),
                        row.getInt("quantity"),
                        row.getLong("price"),
                        row.getString("currency"),
                        row.getInt("env")),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("sign_data"),
                row.getInt("status"),
                row.getString("answer"),
                row.getString("order_no"),
                row.getString("pay_id"));
    }
}
