package io.gatehouse.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;

/** A game of its own for every test, its people, and orders of it. */
abstract class OrderTest extends ApplicationTest {

    static final Username MEI = new Username("mei-of-orders");
    static final Username OPAL = new Username("opal-of-orders");
    static final Username DANA = new Username("dana-of-orders");
    static final TeamId TEAM = new TeamId("orders-team");

    @Autowired
    Orders orders;

    @Autowired
    StoredOrders stored;

    @Autowired
    Games games;

    @Autowired
    People people;

    AppId game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 12));

    @BeforeEach
    void aGameWithPeople() {
        games.registerTeam(TEAM, "Orders team");
        games.register(game, TEAM, "Skyforge Isles", true);
        people.register(MEI, "Mei Lin", "mei.orders@example.com", "secret", Locale.ENGLISH);
        people.join(MEI, TEAM, Role.ADMINISTRATOR);
        people.register(OPAL, "Opal Reed", "opal.orders@example.com", "secret", Locale.ENGLISH);
        people.join(OPAL, TEAM, Role.OPERATOR);
        people.register(DANA, "Dana Weiss", "dana.orders@example.com", "gatehouse", Locale.ENGLISH);
        people.join(DANA, null, Role.SUPERAPP_ADMINISTRATOR);
    }

    NewOrder chest(String outTradeNo) {
        return chest(outTradeNo, "player-1");
    }

    NewOrder chest(String outTradeNo, String player) {
        var item = new SoldItem(
                "chest_royal", "Royal chest", 1, "http://localhost:8080/pictures/chest", Money.of(999, "USD"), 1);
        return new NewOrder(game, Env.LIVE, outTradeNo, player, item, "slot=3", "1", clock.instant());
    }

    /** An order that waits for its payment. */
    String placed(String outTradeNo) {
        return stored.create(chest(outTradeNo)).orElseThrow();
    }

    PaymentNotice payment(String outTradeNo) {
        return payment(outTradeNo, 999, clock.instant());
    }

    PaymentNotice payment(String outTradeNo, long cents, Instant at) {
        return new PaymentNotice(
                game, outTradeNo, "T-" + game + "-" + outTradeNo, Money.of(cents, "USD"), "WALLET", at);
    }

    String paid(String outTradeNo) {
        placed(outTradeNo);
        return orders.paid(payment(outTradeNo)).orderNo();
    }

    String paidAgo(String outTradeNo, Duration ago) {
        placed(outTradeNo);
        return orders.paid(payment(outTradeNo, 999, clock.instant().minus(ago))).orderNo();
    }

    /** As it is stored, whatever the game's switch makes of it. */
    OrderView get(String orderNo) {
        return stored.find(orderNo).orElseThrow();
    }
}
