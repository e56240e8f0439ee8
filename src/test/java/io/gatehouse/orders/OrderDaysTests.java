package io.gatehouse.orders;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.core.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a game has sold a day … */
class OrderDaysTests extends OrderTest {

    private static final Duration LONG_AGO = Duration.ofDays(10);

    @Autowired
    OrderDays days;

    @Autowired
    JdbcClient db;

    @Value("${gatehouse.console.zone}")
    ZoneId zone;

    @Test
    void isCountedWhileTheDayIsRecent() {
        var delivered = paidAgo("d-1", Duration.ZERO);
        paidAgo("d-2", Duration.ZERO);
        orders.confirmDelivered(game, delivered, "api");

        assertThat(shown()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo(today());
            assertThat(day.orders()).isEqualTo(2);
            assertThat(day.paid()).isEqualTo(Money.of(1998, "USD"));
            assertThat(day.delivered()).isEqualTo(1);
            assertThat(day.delivery()).isNotNull();
        });
        assertThat(summedDays()).isZero();
    }

    @Test
    void isSummedOnceAndReadFromThenOn() {
        paidAgo("d-old-1", LONG_AGO);
        paidAgo("d-old-2", LONG_AGO);
        assertThat(shown()).extracting(OrderDay::orders).containsExactly(2L);

        db.sql("update order_day set orders = 77 where app_id = ?")
                .param(game.value())
                .update();

        assertThat(shown()).extracting(OrderDay::orders).containsExactly(77L);
    }

    @Test
    void followsWhatHappensToItsOrdersLater() {
        var order = paidAgo("d-late-1", LONG_AGO);
        assertThat(shown()).extracting(OrderDay::delivered).containsExactly(0L);

        orders.confirmDelivered(game, order, "api");
        assertThat(shown()).extracting(OrderDay::delivered).containsExactly(1L);

        paidAgo("d-late-2", LONG_AGO);
        assertThat(shown()).extracting(OrderDay::orders).containsExactly(2L);

        paidAgo("d-late-3", LONG_AGO.plusDays(3));
        assertThat(shown())
                .extracting(OrderDay::day, OrderDay::orders)
                .containsExactly(tuple(today().minusDays(13), 1L), tuple(today().minusDays(10), 2L));
    }

    @Test
    void writesNothingMoreForWhoPaysAndDeliversInTime() {
        var order = paidAgo("d-quick", Duration.ZERO);
        orders.confirmDelivered(game, order, "api");

        assertThat(lateOrders()).isZero();
    }

    @Test
    void isSummedBeforeSomebodyAsks() {
        paidAgo("d-kept", LONG_AGO);

        days.keepAll();

        assertThat(keptDays()).isEqualTo(1);
        assertThat(summedDays()).isBetween(7, 9);
        assertThat(lateOrders()).isZero();
    }

    @Test
    void isTheSameForAllWhoAskAtOnce() throws Exception {
        for (var i = 0; i < 20; i++) {
            paidAgo("d-at-once-" + i, Duration.ofDays(5L + i));
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            var asking = IntStream.range(0, 8)
                    .mapToObj(it -> (Callable<List<OrderDay>>) this::shown)
                    .toList();

            for (var answer : threads.invokeAll(asking)) {
                assertThat(answer.get())
                        .hasSize(20)
                        .allSatisfy(it -> assertThat(it.orders()).isEqualTo(1));
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<OrderDay> shown() {
        return orders.days(game, today().minusDays(89), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private int summedDays() {
        return count("summed_day");
    }

    private int keptDays() {
        return count("order_day");
    }

    private int lateOrders() {
        return count("late_order");
    }

    private int count(String table) {
        return db.sql("select count(*) from " + table + " where app_id = ?")
                .param(game.value())
                .query(Integer.class)
                .single();
    }
}
