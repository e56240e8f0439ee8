package io.gatehouse.refunds;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import io.gatehouse.ApplicationTest;
import io.gatehouse.access.Games;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.mail.Mails;
import io.gatehouse.orders.Orders;
import io.gatehouse.requests.Requests;
import io.gatehouse.superapp.PaymentChannel;
import io.gatehouse.workflow.History;
import io.gatehouse.workflow.UserTasks;

/** A game with paid orders, its team, the superapp's people, and a payment channel that does as it is told. */
abstract class RefundTest extends ApplicationTest {

    static final Username MEI = new Username("mei-of-refunds");
    static final Username HANA = new Username("hana-of-refunds");
    static final Username LEO = new Username("leo-of-refunds");
    static final Username AMARA = new Username("amara-of-refunds");
    static final Username PAULA = new Username("paula-of-refunds");

    final Channel channel = new Channel();

    @Autowired
    Games games;

    @Autowired
    Refunds refunds;

    @Autowired
    Orders orders;

    @Autowired
    Requests requests;

    @Autowired
    UserTasks tasks;

    @Autowired
    Mails mails;

    @Autowired
    History history;

    @Autowired
    JdbcClient db;

    @Autowired
    ManagementService management;

    @Autowired
    Payback payback;

    AppId game;
    private PaymentChannel realChannel;

    @BeforeEach
    void aGameThatSells() {
        var team = new TeamId("refunds-team");
        games.registerTeam(team, "Refunds team");
        person(MEI, "Mei Lin", team, Role.ADMINISTRATOR);
        person(HANA, "Hana Sato", null, Role.REVIEW_STAFF);
        person(LEO, "Leo Martins", null, Role.REVIEW_STAFF);
        person(AMARA, "Amara Diallo", null, Role.FINANCE_STAFF);
        person(PAULA, "Paula Roy", null, Role.FINANCE_STAFF);
        game = new AppId("wx" + UUID.randomUUID().toString().substring(0, 12));
        games.register(game, team, "Lantern Drift", true);
        realChannel = (PaymentChannel) ReflectionTestUtils.getField(payback, "channel");
        ReflectionTestUtils.setField(payback, "channel", channel);
    }

    @AfterEach
    void giveTheChannelBack() {
        ReflectionTestUtils.setField(payback, "channel", realChannel);
    }

    /** A paid order of that many cents, ten days old. */
    String paid(long amount, String state) {
        return paid(amount, state, clock.instant().minus(Duration.ofDays(10)));
    }

    String paid(long amount, String state, Instant at) {
        var orderNo = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        db.sql("""
                insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name,
                    item_version, image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                    created_at, transaction_id, paid_at)
                values (?, ?, 0, ?, 'oQx4', 'chest_royal', 'Royal chest', 1, '/chest.png', ?, 1, ?, 'USD', '', '1', ?, ?, ?, ?)
                """)
                .params(orderNo, game.value(), "g-" + orderNo, amount, amount, state)
                .params(Timestamp.from(at), "C" + orderNo, Timestamp.from(at))
                .update();
        return orderNo;
    }

    /** The player asks for all of it. */
    String asked(String orderNo) {
        return ask(orderNo, null, RefundReason.PLAYERS_WISH, null);
    }

    String ask(String orderNo, @Nullable Long amount, RefundReason reason, @Nullable String externalNo) {
        var number = refunds.request(new RefundRequest(
                game, orderNo, amount, reason, RefundSource.PLAYER, "The chest was empty", "player", externalNo));
        runJobs();
        return number;
    }

    void decide(String number, Username by, Map<String, Object> values) {
        tasks.complete(tasks.open(number).get(0).id(), by, values);
        runJobs();
    }

    void grant(String number) {
        decide(number, HANA, Map.of("decision", "approve"));
    }

    RefundStatus status(String number) {
        return refunds.get(number).status();
    }

    String endOf(String number) {
        return String.valueOf(history.of(number).get(0).row().endActivity());
    }
}
