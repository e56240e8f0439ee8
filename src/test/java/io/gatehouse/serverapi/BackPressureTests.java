package io.gatehouse.serverapi;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.TableLock;
import io.gatehouse.UnheardCommits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** While the database does not answer, callbacks … */
class BackPressureTests extends WireTest {

    private static final String PAID = "/payment/super-app/transactions/callback";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOO_MANY = 40;

    @Autowired
    private JdbcClient db;

    @Autowired
    private DataSource database;

    @Autowired
    private ServerApiSettings settings;

    private record Flood(List<String> orders, Map<String, CompletableFuture<HttpResponse<String>>> answers) {

        List<HttpResponse<String>> given() {
            return answers.values().stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .toList();
        }

        List<String> refused() {
            return answers.entrySet().stream()
                    .filter(it -> it.getValue().join().statusCode() == 503)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private Flood orders(List<String> outTradeNos) {
        return new Flood(outTradeNos.stream().map(samples::unpaidOrder).toList(), new LinkedHashMap<>());
    }

    private static List<String> numbers(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(it -> prefix + it).toList();
    }

    private void report(Flood flood, List<String> outTradeNos) throws Exception {
        for (var outTradeNo : outTradeNos) {
            flood.answers().put(outTradeNo, report(outTradeNo));
        }
    }

    private CompletableFuture<HttpResponse<String>> report(String outTradeNo) throws Exception {
        var callback = samples.signed(samples.payment(outTradeNo, "tx-" + outTradeNo, 499));
        return postAsync(PAID, callback.body(), callback.headers());
    }

    private long paid(Flood flood) {
        return count("select count(*) from purchase_order where state = 'PAID' and order_no = any(:orders)", flood);
    }

    private long notifications(Flood flood) {
        return count(
                "select count(*) from notification_outbox where kind = 'DELIVERY' and order_no = any(:orders)", flood);
    }

    private long count(String statement, Flood flood) {
        return db.sql(statement)
                .param("orders", flood.orders().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    @Test
    void areRefusedAtOnceBeyondTheirPlacesAndNoneIsLostOrStoredTwice() throws Exception {
        var numbers = numbers("bp-", settings.concurrentCallbacks() + TOO_MANY);
        var flood = orders(numbers);

        try (var locked = TableLock.on("purchase_order", database)) {
            report(flood, numbers);
            await().atMost(PATIENCE).until(() -> flood.given().size() >= TOO_MANY);
            assertThat(locked.isHeld()).isTrue();
            assertThat(flood.given()).hasSize(TOO_MANY).allSatisfy(it -> {
                assertThat(it.statusCode()).isEqualTo(503);
                assertThat(it.headers().firstValue("retry-after")).hasValue("1");
                assertThat(it.headers().firstValue("content-type").orElseThrow())
                        .startsWith("application/json");
                assertThat(answer(it).path("returnCode").asText()).isEqualTo("503");
                assertThat(answer(it).path("returnMessage").asText()).contains("try again");
                assertThat(answer(it).path("requestId").asText()).isNotEmpty();
            });
        }
        await().atMost(PATIENCE).until(() -> flood.given().size() == numbers.size());
        assertThat(flood.refused()).hasSize(TOO_MANY);
        assertThat(paid(flood)).isEqualTo(settings.concurrentCallbacks());

        for (var number : flood.refused()) {
            assertThat(report(number).join().statusCode()).isEqualTo(200);
        }
        assertThat(report(numbers.get(0)).join().statusCode()).isEqualTo(200);
        assertThat(paid(flood)).isEqualTo(numbers.size());
        assertThat(notifications(flood)).isEqualTo(numbers.size());
    }

    @Test
    void takeNoPlaceFromTheServersOfGames() throws Exception {
        var numbers = numbers("bp-other-", settings.concurrentCallbacks());
        var flood = orders(numbers);

        try (var locked = TableLock.on("purchase_order", database)) {
            report(flood, numbers);
            assertThat(get("/cgi-bin/token?grant_type=client_credential").statusCode())
                    .isEqualTo(200);
            assertThat(flood.given()).isEmpty();
            assertThat(locked.isHeld()).isTrue();
        }

        assertThat(flood.answers().values())
                .allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
    }

    @Test
    void haveNotLongToWaitWhenNoConnectionIsToBeHadAndAreTakenLater() throws Exception {
        var flood = orders(List.of("bp-away"));
        var callback = samples.signed(samples.payment("bp-away", "tx-bp-away", 499));
        var taken = new ArrayList<Connection>();
        var begin = System.nanoTime();
        HttpResponse<String> refused;

        try {
            for (var i = 0; i < database.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                taken.add(database.getConnection());
            }
            refused = post(PAID, callback.body(), callback.headers());
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(answer(refused).path("returnCode").asText()).isEqualTo("503");
        assertThat(paid(flood)).isZero();
        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(200);
        assertThat(paid(flood)).isEqualTo(1);
        assertThat(notifications(flood)).isEqualTo(1);
    }

    /** The transaction cannot even be rolled back then, which is a failure of another kind. */
    @Test
    void areAskedToComeAgainWhenTheirConnectionBreaksAndAreTakenThen() throws Exception {
        var flood = orders(List.of("bp-broken"));
        HttpResponse<String> refused;

        try (var locked = TableLock.on("purchase_order", database)) {
            var report = report("bp-broken");
            await().atMost(PATIENCE).until(() -> {
                locked.breakThoseWaiting();
                return report.isDone();
            });
            refused = report.join();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(answer(refused).path("returnCode").asText()).isEqualTo("503");
        assertThat(paid(flood)).isZero();
        assertThat(report("bp-broken").join().statusCode()).isEqualTo(200);
        assertThat(paid(flood)).isEqualTo(1);
        assertThat(notifications(flood)).isEqualTo(1);
    }

    /** They are stored, and whoever reports them must not be told that they have done so already. */
    @Test
    void areAskedToComeAgainWhenNobodyKnowsOfTheirCommitAndAreStoredOnce() throws Exception {
        var numbers = numbers("bp-unheard-", TOO_MANY);
        var flood = orders(numbers);

        try (var commits = UnheardCommits.in(database.unwrap(HikariDataSource.class))) {
            report(flood, numbers);
            await().atMost(PATIENCE).until(() -> {
                commits.breakThoseWaiting();
                return flood.given().size() == numbers.size();
            });
        }

        assertThat(flood.given())
                .extracting(HttpResponse::statusCode)
                .contains(503)
                .isSubsetOf(200, 503);
        for (var number : numbers) {
            assertThat(report(number).join().statusCode()).isEqualTo(200);
        }
        assertThat(paid(flood)).isEqualTo(numbers.size());
        assertThat(notifications(flood)).isEqualTo(numbers.size());
    }
}
