package io.gatehouse.api;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** A game of its own for every test, and the programs of its team and of the superapp. */
abstract class OwnGameTest extends ApiTest {

    @Autowired
    Games games;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    AppId game;
    Username mei;
    Caller administrator;
    Caller operator;
    Caller superapp;
    Caller reviewer;

    @BeforeEach
    void aGameOfItsOwn() {
        var own = UUID.randomUUID().toString().substring(0, 8);
        var team = new TeamId("team-" + own);
        game = new AppId("wx-" + own);
        mei = new Username("mei-" + own);
        games.registerTeam(team, "Comet Works");
        games.register(game, team, "Comet Run", true);
        member(mei, "Mei Lin", team, Role.ADMINISTRATOR);
        member(new Username("opal-" + own), "Opal Reed", team, Role.OPERATOR);
        administrator = as(mei.value());
        operator = as("opal-" + own);
        superapp = as("superapp-admin");
        reviewer = as("reviewer");
    }

    private void member(Username who, String name, TeamId team, Role role) {
        people.register(who, name, who + "@comet.example", "gatehouse", Locale.ENGLISH);
        people.join(who, team, role);
    }

    String at(String rest) {
        return of(game.value(), rest);
    }

    /** A paid order of 9.99, ten days old. */
    String order(String state) {
        var orderNo = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        var paid = Timestamp.from(clock.instant().minus(Duration.ofDays(10)));
        db.sql("""
                insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                    item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                    created_at, transaction_id, paid_at)
                values (?, ?, 0, ?, 'oQx4', 'chest_royal', 'Royal chest', 1, '/chest.png', 999, 1, 999, 'USD', '', '1', ?,
                    ?, ?, ?)
                """)
                .params(orderNo, game.value(), "g-" + orderNo, state, paid, "C" + orderNo, paid)
                .update();
        return orderNo;
    }
}
