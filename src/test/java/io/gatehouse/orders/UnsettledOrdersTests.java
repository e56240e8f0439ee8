package io.gatehouse.orders;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.AppId;

import static org.assertj.core.api.Assertions.assertThat;

class UnsettledOrdersTests extends OrderTest {

    @Autowired
    UnsettledOrders unsettled;

    @Test
    void arePaidAndNeitherDeliveredNorGivenBack() {

        var waits = paid("waits");
        var later = paid("later");
        placed("never-paid");
        orders.confirmDelivered(game, paid("confirmed"), "mei-of-orders");

        assertThat(unsettled.of(game, List.of("chest_royal"))).containsExactly(later, waits);
        assertThat(unsettled.of(game, List.of("another_item"))).isEmpty();
        assertThat(unsettled.of(game, List.of())).isEmpty();
        assertThat(unsettled.of(new AppId("wx_another_game"), List.of("chest_royal")))
                .isEmpty();
    }
}
