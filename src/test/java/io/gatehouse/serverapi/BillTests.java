package io.gatehouse.serverapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.TableLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Bills … */
class BillTests extends WireTest {

    private static final int AT_ONCE = 4;

    @Autowired
    private BillLinks links;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient db;

    @Test
    void takeFewOfTheConnectionsThatPaymentsNeedHoweverManyAreRead() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Singapore"));
        var bill = "/xpay/bills/" + links.make(new BillLinks.Bill(Samples.GAME, today, today));
        var readers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        HttpResponse<String> refused;

        try (var locked = TableLock.on("purchase_order", database)) {
            for (var reader = 0; reader < AT_ONCE; reader++) {
                readers.add(CompletableFuture.supplyAsync(() -> read(bill)));
            }
            await().atMost(Duration.ofSeconds(10)).until(() -> waiting() >= AT_ONCE);
            refused = get(bill);
            assertThat(locked.isHeld()).isTrue();
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(errcode(refused)).isEqualTo(-1);
        assertThat(readers).allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
        assertThat(get(bill).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> read(String path) {
        try {
            return get(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long waiting() {
        return db.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }
}
