package io.gatehouse.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.OlderDatabase;
import io.gatehouse.RawServer;
import io.gatehouse.core.Env;
import io.gatehouse.core.HotPath;

import static io.gatehouse.wire.Signatures.payEventSig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the first version of the application had put into its outbox … */
class OlderOutboxTests extends DeliveryTest {

    private static final String FIRST_VERSION = "20261124";
    private static final String SEALED = "{\"EventType\":\"event\",\"Payload\":\"as it was signed then\"}";
    private static final UUID SIGNED = UUID.randomUUID();
    private static final UUID TRIED = UUID.randomUUID();
    private static final UUID UNSIGNED = UUID.randomUUID();
    private static final UUID REFUND = UUID.randomUUID();

    @Autowired
    private JdbcConnectionDetails connection;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private ChosenForms forms;

    @Autowired
    private Bodies bodies;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private HotPath hotPath;

    @Autowired
    private ObjectMapper json;

    private OlderDatabase older;
    private JdbcTemplate tables;

    @BeforeEach
    void theFirstVersionIsStoppedWhileSomethingWaits() {
        poller.stop();
        ready();
        older = OlderDatabase.of(FIRST_VERSION, connection);
        tables = older.jdbc();
        tables.update(
                "insert into delivery_configuration values (?, ?, ?, true, null, 'mei', now(), 0)",
                game.value(),
                server.url(),
                server.url());
        tables.update("insert into delivery_endpoint (game, env) values (?, 0)", game.value());
        put(SIGNED, "DELIVERY", "GH-1", null, null, SEALED, 0);
        put(TRIED, "DELIVERY", "GH-2", null, null, SEALED.replace("then", "then, and tried"), 3);
        put(UNSIGNED, "DELIVERY", "GH-3", null, """
                {"OpenId":"player-3","Env":0,"OutTradeNo":"out-3","GoodsInfo":{"ProductId":"gem_100","Quantity":2,
                 "ZoneId":"1","OrigPrice":499,"ActualPrice":399,"Attach":"bag=\\"1\\"","OrderSource":1}}""", null, 0);
        put(REFUND, "REFUND", "GH-4", "RF-4", """
                {"OpenId":"player-4","OutTradeNo":"out-4","RefundNo":"RF-4","RefundAmount":250,"RefundSource":2}""", null, 0);
    }

    @AfterEach
    void letThePollerGoOn() {
        older.close();
        poller.start();
    }

    private void put(UUID id, String kind, String order, String refund, String payload, String body, int tries) {
        tables.update("""
                insert into notification_outbox (id, kind, game, env, order_no, refund_no, payload, pay_model, body, again,
                                                 tries, attempts, enqueued_at, due_at, lease_until, fence)
                values (?, ?, ?, 0, ?, ?, ?, 'WALLET', ?, false, ?, ?, now(), now() - interval '1 minute',
                        now() - interval '1 second', 1)
                """, id, kind, game.value(), order, refund, payload, body, tries, tries);
    }

    @Test
    void isDeliveredByTheVersionOfToday() throws Exception {

        older.migrate();
        var parcels = take();
        sender.take(parcels);
        await().atMost(Duration.ofSeconds(20)).until(sender::isIdle);

        assertThat(parcels).extracting(Parcel::id).containsExactlyInAnyOrder(SIGNED, TRIED, UNSIGNED, REFUND);
        assertThat(arrived(SIGNED).body()).isEqualTo(SEALED);
        assertThat(arrived(TRIED).body()).isEqualTo(SEALED.replace("then", "then, and tried"));
        assertThat(parcels.stream()
                        .filter(it -> it.id().equals(TRIED))
                        .findFirst()
                        .orElseThrow()
                        .tries())
                .isEqualTo(3);
        assertThat(payload(UNSIGNED, "minigame_game_pay_goods_deliver_notify")).isEqualTo(json.readTree("""
                {"OpenId":"player-3","Env":0,"OutTradeNo":"out-3","GoodsInfo":{"ProductId":"gem_100","Quantity":2,
                 "ZoneId":"1","OrigPrice":499,"ActualPrice":399,"Attach":"bag=\\"1\\"","OrderSource":1}}"""));
        var refund = payload(REFUND, "minigame_pay_refund_succ_notify");
        assertThat(refund.path("OutTradeNo").asText()).isEqualTo("out-4");
        assertThat(refund.path("RefundId").asText()).isEqualTo("RF-4");
        assertThat(refund.path("RefundAmount").asInt()).isEqualTo(250);
        assertThat(refund.path("RefundSource").asInt()).isEqualTo(2);
        assertThat(new Outbox(tables, settings, clock).remove(parcels)).hasSize(4);
    }

    private List<Parcel> take() {
        var leasing = new Leasing(
                new Outbox(tables, settings, clock),
                new OutboxLeases(tables, settings, clock),
                new EndpointStates(tables, new EndpointEvents(tables)),
                forms,
                bodies,
                keys,
                settings,
                hotPath,
                clock);
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(older.dataSource()));
        var taken = new ArrayList<Parcel>();
        transactions.executeWithoutResult(status -> taken.addAll(leasing.due(100, 100, List.of())));
        return taken;
    }

    private RawServer.Request arrived(UUID id) {
        return received().stream()
                .filter(it -> it.header("webhook-id").equals(Parcel.messageId(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Signed with the key of today. */
    private JsonNode payload(UUID id, String event) throws Exception {
        var body = json.readTree(arrived(id).body());
        var payload = body.path("Payload").asText();
        var key = keys.appKey(new Endpoint(game, Env.LIVE)).orElseThrow();
        assertThat(body.path("Event").asText()).isEqualTo(event);
        assertThat(body.path("PayEventSig").asText()).isEqualTo(payEventSig(key, event, payload));
        return json.readTree(payload);
    }
}
