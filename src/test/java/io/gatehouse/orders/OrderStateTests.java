package io.gatehouse.orders;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.gatehouse.orders.OrderEvent.ACKNOWLEDGED;
import static io.gatehouse.orders.OrderEvent.CLOSED;
import static io.gatehouse.orders.OrderEvent.CONFIRMED;
import static io.gatehouse.orders.OrderEvent.OPENED;
import static io.gatehouse.orders.OrderEvent.PAID;
import static org.assertj.core.api.Assertions.assertThat;

/** An order … */
class OrderStateTests {

    private static final Set<OrderEvent> BEFORE_PAYMENT = EnumSet.of(OPENED, PAID, CLOSED);

    static Stream<Arguments> pairs() {
        return Arrays.stream(OrderEvent.values())
                .flatMap(first -> Arrays.stream(OrderEvent.values()).map(second -> Arguments.of(first, second)));
    }

    static Stream<Arguments> starts() {
        return Arrays.stream(OrderState.values())
                .flatMap(start -> pairs().map(pair -> Arguments.of(start, pair.get()[0], pair.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void neverTakesAPaymentBackOrTwice(OrderState start, OrderEvent first, OrderEvent second) {

        var path = walk(start, first, second);

        if (start.isPaid()) {
            assertThat(path).allMatch(OrderState::isPaid);
        }
        if (path.contains(OrderState.CLOSED)) {
            assertThat(path.get(path.size() - 1)).isEqualTo(OrderState.CLOSED);
        }
    }

    @ParameterizedTest
    @MethodSource("starts")
    void staysDelivered(OrderState start, OrderEvent first, OrderEvent second) {

        var path = walk(start, first, second);

        if (path.contains(OrderState.DELIVERED)) {
            assertThat(path.get(path.size() - 1)).isEqualTo(OrderState.DELIVERED);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isDeliveredOnlyAfterItsPayment(OrderEvent first, OrderEvent second) {

        var end = walk(OrderState.CREATED, first, second);

        if (end.contains(OrderState.DELIVERED)) {
            assertThat(first).isEqualTo(PAID);
            assertThat(second).isIn(ACKNOWLEDGED, CONFIRMED);
        }
    }

    @ParameterizedTest
    @MethodSource("starts")
    void takesTheSameEventOnce(OrderState start, OrderEvent event, OrderEvent ignored) {

        var once = apply(start, event);

        assertThat(apply(once, event)).isEqualTo(once);
    }

    @Test
    void isChangedByTheEventsOfItsPartOfLifeOnly() {
        for (var state : OrderState.values()) {
            for (var event : OrderEvent.values()) {
                if (state.after(event).isPresent()) {
                    assertThat(BEFORE_PAYMENT.contains(event)).isEqualTo(!state.isPaid());
                }
            }
        }
    }

    private static List<OrderState> walk(OrderState start, OrderEvent first, OrderEvent second) {
        var middle = apply(start, first);
        return List.of(start, middle, apply(middle, second));
    }

    private static OrderState apply(OrderState state, OrderEvent event) {
        return state.after(event).orElse(state);
    }
}
