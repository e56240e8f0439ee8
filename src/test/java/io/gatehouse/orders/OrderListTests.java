package io.gatehouse.orders;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.NotFound;
import io.gatehouse.merchant.MerchantId;
import io.gatehouse.merchant.Merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list of orders … */
class OrderListTests extends OrderTest {

    @Autowired
    OrderDeliveries deliveries;

    @Autowired
    JdbcClient db;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Merchants merchants;

    @Test
    void hasPaidOrdersOnlyAndTheNewestFirst() {

        var first = paidAgo("l-1", Duration.ofHours(2));
        placed("l-unpaid");
        var second = paidAgo("l-2", Duration.ofHours(1));

        assertThat(numbers(OrderSearch.NOTHING)).containsExactly(second, first);
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {

        for (var i = 0; i < OrderLists.PAGE + 5; i++) {
            paidAgo("l-page-" + i, Duration.ofMinutes(i));
        }
        var filter = orders.filter(OrderSearch.NOTHING);

        var first = orders.list(game, filter, null);
        var second = orders.list(game, filter, first.next());

        assertThat(first.rows()).hasSize(OrderLists.PAGE);
        assertThat(second.rows()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
        assertThat(orders.count(game, filter)).isEqualTo(OrderLists.PAGE + 5);
    }

    @Test
    void leavesOutWhatIsOlderThanSevenDaysUnlessAskedFor() {

        paidAgo("l-old", Duration.ofDays(20));

        assertThat(numbers(OrderSearch.NOTHING)).isEmpty();
        assertThat(numbers(search("number", "l-old"))).hasSize(1);
    }

    @Test
    void isFoundByAnyOfItsNumbersByPlayerItemAndState() {

        var orderNo = paidAgo("l-find", Duration.ofHours(1));

        for (var number : List.of(orderNo, "l-find", payment("l-find").transactionId())) {
            assertThat(numbers(search("number", number))).containsExactly(orderNo);
        }
        assertThat(numbers(search("player", "player-1"))).containsExactly(orderNo);
        assertThat(numbers(search("player", "player-2"))).isEmpty();
        assertThat(numbers(search("item", "chest_royal"))).containsExactly(orderNo);
        assertThat(numbers(search("state", "HELD"))).containsExactly(orderNo);
        assertThat(numbers(search("state", "DELIVERED"))).isEmpty();
    }

    @Test
    void showsWhatIsUnderWayAsHeldWhileTheNotificationsAreOff() {

        var paid = paidAgo("l-held-1", Duration.ofHours(2));
        var tried = paidAgo("l-held-2", Duration.ofHours(1));
        deliveries.tried(List.of(tried));

        notifications(false);
        assertThat(numbers(search("state", "HELD"))).containsExactly(tried, paid);
        assertThat(numbers(search("state", "PAID"))).isEmpty();
        assertThat(states()).containsExactly(OrderState.HELD, OrderState.HELD);
        assertThat(orders.get(game, paid).state()).isEqualTo(OrderState.HELD);
        notifications(true);

        assertThat(numbers(search("state", "HELD"))).isEmpty();
        assertThat(numbers(search("state", "PAID"))).containsExactly(paid);
        assertThat(numbers(search("state", "DELIVERING"))).containsExactly(tried);
        assertThat(states()).containsExactly(OrderState.DELIVERING, OrderState.PAID);
        assertThat(orders.get(game, tried).state()).isEqualTo(OrderState.DELIVERING);
    }

    private List<OrderState> states() {
        return orders.list(game, orders.filter(OrderSearch.NOTHING), null).rows().stream()
                .map(OrderRow::state)
                .toList();
    }

    private void notifications(boolean on) {
        db.sql("""
                        insert into delivery_configuration (game, url, test_url, switched_on, saved_by, saved_at, version)
                        values (?, 'https://pay.example', 'https://pay.example', ?, 'mei', now(), 0)
                        on conflict (game) do update set switched_on = excluded.switched_on
                        """).params(game.value(), on).update();
    }

    @Test
    void isFoundByTheNameItsItemWasSoldUnder() {
        var orderNo = paidAgo("l-name", Duration.ofHours(1));
        var merchant = new MerchantId("order-list-merchant");
        merchants.manage(merchant, "Northlight", Currency.getInstance("USD"), DANA);
        if (merchants.effective(TEAM).isEmpty()) {
            merchants.takeOver(TEAM, merchant, DANA);
        }
        catalogue.add(game, new ItemEntry("chest_royal", "Royal chest", "9.99", ""), picture(), MEI);
        catalogue.edit(game, new ItemEntry("chest_royal", "Imperial chest", "9.99", ""), null, MEI);

        assertThat(numbers(search("item", "royal CHEST"))).containsExactly(orderNo);
        assertThat(numbers(search("item", "imperial chest"))).isEmpty();
    }

    @Test
    void neverShowsAnotherGamesOrders() {

        var orderNo = paidAgo("l-mine", Duration.ofHours(1));
        var other = new AppId("wx-somebody-else");

        assertThat(orders.list(other, orders.filter(OrderSearch.NOTHING), null).rows())
                .isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.get(other, orderNo));
    }

    @Test
    void refusesAPageThatIsNone() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> orders.list(game, orders.filter(OrderSearch.NOTHING), "' or 1=1"));
    }

    @Test
    void isReadToItsEndForAnExport() {

        for (var i = 0; i < 5; i++) {
            paidAgo("l-stream-" + i, Duration.ofHours(2 * i));
        }
        var read = new ArrayList<OrderRow>();

        orders.stream(game, orders.filter(OrderSearch.NOTHING), read::add);

        assertThat(read)
                .extracting(OrderRow::outTradeNo)
                .containsExactly("l-stream-0", "l-stream-1", "l-stream-2", "l-stream-3", "l-stream-4");
    }

    @Test
    void standsWhereItWasPlacedUnlessItWasPaidMuchLater() {
        paidAgo("l-placed-1", Duration.ZERO);
        paidAgo("l-placed-2", Duration.ofMinutes(30));
        paidAgo("l-placed-3", Duration.ofMinutes(90));

        var rows = orders.list(game, orders.filter(OrderSearch.NOTHING), null).rows();

        assertThat(rows).extracting(OrderRow::outTradeNo).containsExactly("l-placed-2", "l-placed-1", "l-placed-3");
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<String> numbers(OrderSearch search) {
        return orders.list(game, orders.filter(search), null).rows().stream()
                .map(OrderRow::orderNo)
                .toList();
    }

    private static OrderSearch search(String field, String value) {
        return new OrderSearch(
                null,
                null,
                only("number", field, value),
                only("player", field, value),
                only("item", field, value),
                only("state", field, value));
    }

    private static @Nullable String only(String name, String field, String value) {
        return name.equals(field) ? value : null;
    }
}
