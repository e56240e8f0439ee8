package io.gatehouse.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import io.gatehouse.ApplicationTest;
import io.gatehouse.RawServer;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A game of its own for each test, with a server that does as it is told. */
abstract class DeliveryTest extends ApplicationTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private Games games;

    @Autowired
    private People people;

    @Autowired
    private Credentials credentials;

    @Autowired
    DeliveryConfigurations configurations;

    @Autowired
    TestNotifications testNotifications;

    @Autowired
    NotificationSwitch notificationSwitch;

    @Autowired
    Notifications notifications;

    @Autowired
    Sender sender;

    @Autowired
    Poller poller;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    private RuntimeService runtime;

    RawServer server = new RawServer(RawServer.SUCCESS);
    AppId game = new AppId("none");
    Username mei = new Username("none");

    @BeforeEach
    void registerAGame() {
        var number = NEXT.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
        var team = new TeamId("team-" + number);
        game = new AppId("wx-" + number);
        mei = new Username("mei-" + number);
        games.registerTeam(team, "Northlight Studio");
        games.register(game, team, "Lantern Drift", true);
        people.register(mei, "Mei Lin", mei + "@northlight.example", "gatehouse", Locale.ENGLISH);
        people.join(mei, team, Role.ADMINISTRATOR);
    }

    @AfterEach
    void closeTheServer() {
        settle();
        jdbc.update("delete from notification_outbox where game = ?", game.value());
        endCasesOfOrdersThatDoNotExist();
        server.close();
    }

    /** The notifications here belong to no stored order, which whoever resolves an undelivered one would miss. */
    private void endCasesOfOrdersThatDoNotExist() {
        var cases = runtime.createProcessInstanceQuery().processDefinitionKey("item-delivery").list().stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!cases.isEmpty()) {
            runtime.deleteProcessInstances(cases, "the test is over", true, true);
        }
    }

    /** Saves, gets credentials, answers the mock, turns on. */
    void ready() {
        configure();
        testNotifications.send(game, mei);
        notificationSwitch.turnOn(game, mei);
    }

    void configure() {
        configurations.save(game, server.url(), server.url(), mei);
        if (!credentials.valid(game)) {
            runJobs();
        }
    }

    String pay(String orderNo) {
        transaction.executeWithoutResult(status -> notifications.enqueue(order(orderNo)));
        return orderNo;
    }

    GoodsDelivery order(String orderNo) {
        return order(orderNo, game, Env.LIVE);
    }

    GoodsDelivery order(String orderNo, AppId at, Env env) {
        return new GoodsDelivery(
                at,
                env,
                orderNo,
                "player-1",
                "out-" + orderNo,
                "gem_100",
                1,
                "1",
                499,
                499,
                "",
                1,
                "",
                "tx",
                clock.instant());
    }

    /** One that is stored and paid, for whoever asks for its state. */
    String storedOrder() {
        var order = newOrder();
        var now = Timestamp.from(clock.instant());
        jdbc.update("""
                insert into purchase_order (order_no, app_id, env, out_trade_no, open_id, item_code, item_name, item_version,
                                            image_url, unit_price, quantity, amount, currency, attach, zone_id, state,
                                            created_at, transaction_id, paid_at)
                values (?, ?, 0, ?, 'player-1', 'gem_100', 'Gems', 1, '', 499, 1, 499, 'USD', '', '1', 'PAID', ?, ?, ?)
                """, order, game.value(), "out-" + order, now, "tx-" + order, now);
        return order;
    }

    void refund(String orderNo, String refundNo) {
        transaction.executeWithoutResult(status -> notifications.enqueue(new RefundSucceeded(
                game,
                Env.LIVE,
                orderNo,
                "player-1",
                refundNo,
                refundNo,
                499,
                1,
                "out-" + orderNo,
                "tx",
                "",
                clock.instant(),
                clock.instant())));
    }

    String newOrder() {
        return "GH" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Sends what is due and waits until it is written back. */
    void settle() {
        poller.poll();
        await().atMost(Duration.ofSeconds(20)).until(sender::isIdle);
    }

    List<RawServer.Request> received() {
        return server.requests().stream()
                .filter(it -> !it.body().matches("(?s).*IsMock(\":|>)true.*"))
                .toList();
    }

    void hasReceived(int count) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(received()).hasSize(count));
        settle();
    }

    long instances(String orderNo) {
        return jdbc.queryForObject(
                "select count(*) from act_hi_procinst where proc_def_key_ = 'item-delivery' and business_key_ = ?",
                Long.class,
                orderNo);
    }
}
