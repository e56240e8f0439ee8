package io.gatehouse.orders;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Role;
import io.gatehouse.core.AppId;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Page;
import io.gatehouse.orders.UndeliveredCase.Awaiting;
import io.gatehouse.orders.UndeliveredCases.OfGame;
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
    public Map<AppId, Long> waiting() {
        return cases.countWithSuperapp().stream().collect(Collectors.toMap(OfGame::game, OfGame::number));
    }

    @Override
    public long late(Instant now) {
        return cases.countByClosedAtIsNullAndAwaitingAndWithSuperappTrueAndDueAtBefore(Awaiting.DECISION, now);
    }

    @Override
    public Page<Waiting> mostUrgent(@Nullable AppId game, @Nullable String after, int most) {
        var read = after == null
                ? cases.findWithSuperapp(game, Limit.of(most + 1))
                : cases.findWithSuperapp(game, dueAt(after), after, Limit.of(most + 1));
        var page = Page.of(read, most, UndeliveredCase::orderNo);
        var sold = orders
                .find(page.rows().stream().map(UndeliveredCase::orderNo).toList())
                .stream()
                .collect(Collectors.toMap(OrderView::orderNo, Function.identity()));
        return new Page<>(
                page.rows().stream()
                        .map(it -> waiting(it, sold.get(it.orderNo())))
                        .toList(),
                page.next());
    }

    private Instant dueAt(String orderNo) {
        return cases.findById(orderNo)
                .map(UndeliveredCase::dueAt)
                .orElseThrow(() -> new InvalidValue("after", "order.page-unknown", orderNo));
    }

    private static Waiting waiting(UndeliveredCase it, OrderView order) {
        var link = "/virtual-payment/orders/%s?game=%s".formatted(it.orderNo(), it.game());
        return new Waiting(it.orderNo(), it.game(), order.item().name(), it.waitingSince(), it.dueAt(), link);
    }
}
