package io.gatehouse.orders;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Role;
import io.gatehouse.core.NotFound;
import io.gatehouse.orders.UndeliveredCase.Awaiting;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.SuperappQuestion;

/** Undelivered orders about which the superapp is to decide, because their team let its time pass. */
@Component
class UndeliveredDecision implements SuperappQuestion {

    private final UndeliveredCases cases;
    private final StoredOrders orders;

    UndeliveredDecision(UndeliveredCases cases, StoredOrders orders) {
        this.cases = cases;
        this.orders = orders;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.UNDELIVERED;
    }

    @Override
    public Role role() {
        return Role.SUPERAPP_ADMINISTRATOR;
    }

    @Override
    public long waiting() {
        return cases.countByClosedAtIsNullAndAwaitingAndWithSuperappTrue(Awaiting.DECISION);
    }

    @Override
    public List<Waiting> mostUrgent(int most) {
        return cases
                .findByClosedAtIsNullAndAwaitingAndWithSuperappTrueOrderByDueAt(Awaiting.DECISION, Limit.of(most))
                .stream()
                .map(this::waiting)
                .toList();
    }

    private Waiting waiting(UndeliveredCase it) {
        var order = orders.find(it.orderNo()).orElseThrow(() -> new NotFound("order.unknown", it.orderNo()));
        var link = "/virtual-payment/orders/%s?game=%s".formatted(it.orderNo(), it.game());
        return new Waiting(it.orderNo(), it.game(), order.item().name(), it.waitingSince(), it.dueAt(), link);
    }
}
