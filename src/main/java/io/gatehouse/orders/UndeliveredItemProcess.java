package io.gatehouse.orders;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.access.Games;
import io.gatehouse.access.People;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Forbidden;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;
import io.gatehouse.requests.RequestBriefing;
import io.gatehouse.workflow.Markdown;
import io.gatehouse.workflow.ProcessOwner;
import io.gatehouse.workflow.TaskCompletion;

/** What the forms of {@code processes/undelivered-item.bpmn} show, and what its decisions do. */
@Component
class UndeliveredItemProcess implements ProcessOwner {

    private static final String TEAM_TASK = "ResolveUndelivered";

    private final UndeliveredItems items;
    private final StoredOrders orders;
    private final OrderDeliveries deliveries;
    private final Access access;
    private final People people;
    private final Games games;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RequestBriefing briefing;
    private final String publicUrl;

    UndeliveredItemProcess(
            UndeliveredItems items,
            StoredOrders orders,
            OrderDeliveries deliveries,
            Access access,
            People people,
            Games games,
            ApplicationEventPublisher events,
            Clock clock,
            RequestBriefing briefing,
            @Value("${gatehouse.public-url}") String publicUrl) {
        this.items = items;
        this.orders = orders;
        this.deliveries = deliveries;
        this.access = access;
        this.people = people;
        this.games = games;
        this.events = events;
        this.clock = clock;
        this.briefing = briefing;
        this.publicUrl = publicUrl;
    }

    @Override
    public String process() {
        return UndeliveredItems.PROCESS;
    }

    @Override
    public Map<String, Object> briefing(String task, String businessKey, Locale language) {
        var order = order(businessKey);
        var game = games.get(order.game());
        var texts = new LinkedHashMap<String, Object>();
        texts.put("orderNo", businessKey);
        texts.put("game", Markdown.line(game.name()));
        texts.put("team", Markdown.line(game.teamName()));
        texts.put("item", Markdown.line(order.item().name()));
        texts.put("itemCode", Markdown.line(order.item().code()));
        texts.put("amount", order.amount().toString());
        texts.put("player", Markdown.line(order.openId()));
        texts.put("paidAt", briefing.time(Objects.requireNonNull(order.paidAt())));
        texts.put("dueAt", briefing.time(items.required(businessKey).dueAt()));
        texts.put("link", "%s/virtual-payment/orders/%s?game=%s".formatted(publicUrl, businessKey, order.game()));
        return texts;
    }

    @Override
    public void requireDecider(String task, String businessKey, Username by) {
        requireAsked(task, by, order(businessKey));
    }

    @Override
    public Map<String, Object> complete(TaskCompletion completion) {
        var order = order(completion.businessKey());
        requireAsked(completion.task(), completion.by(), order);
        IllegalTransition.unless(
                order.state() != OrderState.DELIVERED && order.refund() != RefundProgress.REFUNDED,
                "undelivered.closed",
                order.orderNo());
        var resolution = Resolution.of(String.valueOf(completion.text("resolution")));
        var note = completion.text("note");
        items.save(items.required(order.orderNo()).decide(resolution, note, completion.by(), clock.instant()));
        if (resolution == Resolution.CONFIRM) {
            deliveries.settled(
                    OrderEvent.CONFIRMED,
                    List.of(order.orderNo()),
                    clock.instant(),
                    completion.by().value());
        }
        events.publishEvent(
                BusinessEvent.of("undelivered-order.resolved", completion.by().value(), "order " + order.orderNo())
                        .in(order.game())
                        .under(order.orderNo())
                        .with("resolution", resolution.key())
                        .with("note", note == null ? "" : note));
        return Map.of("resolution", resolution.key());
    }

    /** The team decides first; after its deadline the superapp does, and nobody of the team any longer. */
    private void requireAsked(String task, Username by, OrderView order) {
        access.require(by, Capability.UNDELIVERED_RESOLVE, order.game());
        var person = people.get(by);
        if (task.equals(TEAM_TASK) && person.roleOutsideTeams().isPresent()) {
            throw new Forbidden("undelivered.team-first", order.orderNo());
        }
        if (!task.equals(TEAM_TASK)
                && person.teams().contains(games.get(order.game()).team())) {
            throw new Forbidden("undelivered.with-superapp", order.orderNo());
        }
    }

    private OrderView order(String orderNo) {
        return orders.find(orderNo).orElseThrow(() -> new NotFound("order.unknown", orderNo));
    }
}
