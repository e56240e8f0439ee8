package io.gatehouse.orders;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import io.gatehouse.core.AppId;
import io.gatehouse.delivery.Redelivery;

/** Tells deliveries which orders they may announce once more, and notes that they do. */
@Component
class OrdersSentAgain implements Redelivery {

    private final OrderDeliveries deliveries;

    OrdersSentAgain(OrderDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> unwanted(AppId game, Collection<String> orderNos) {
        return deliveries.notToBeDelivered(game, orderNos);
    }

    @Override
    public void sent(Collection<String> orderNos) {
        deliveries.sent(List.copyOf(orderNos));
    }
}
