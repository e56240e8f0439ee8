package io.gatehouse.refunds;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;

/** Where the superapp's staff asks for a refund on a player's behalf, as they typed it. */
@Component
class RefundDesk {

    private final Refunds refunds;
    private final Orders orders;

    RefundDesk(Refunds refunds, Orders orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    /**
     * @param orderNo ours or the game's own
     * @param amount in major units of the order's currency; null for all that is left
     * @return the number of the refund
     */
    String ask(String appId, String orderNo, @Nullable String amount, int reason, String message, Username by) {
        var game = new AppId(appId);
        var order = order(game, orderNo);
        var minor = amount == null
                ? null
                : Long.valueOf(
                        Money.parse("amount", amount, order.amount().currency()).minor());
        return refunds.request(new RefundRequest(
                game, order.orderNo(), minor, RefundReason.of(reason), RefundSource.STAFF, message, by.value(), null));
    }

    private OrderView order(AppId game, String number) {
        return orders.find(number)
                .filter(it -> it.game().equals(game))
                .or(() -> orders.byOutTradeNo(game, number))
                .orElseThrow(() -> new NotFound("order.unknown", number));
    }
}
