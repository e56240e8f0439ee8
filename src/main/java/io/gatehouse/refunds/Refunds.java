package io.gatehouse.refunds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.access.Games;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.Money;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Page;
import io.gatehouse.core.Username;
import io.gatehouse.orders.OrderState;
import io.gatehouse.orders.OrderView;
import io.gatehouse.orders.Orders;
import io.gatehouse.requests.RequestKind;
import io.gatehouse.requests.Requests;

/** Refunds of paid orders: who asked, how it was decided, and that the money went back once. */
@Service
@Transactional
public class Refunds {

    private static final int LONGEST_MESSAGE = 500;

    private final RefundOrders refunds;
    private final RefundList list;
    private final RefundPayments payments;
    private final RefundProcess process;
    private final Requests requests;
    private final Orders orders;
    private final Games games;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Refunds(
            RefundOrders refunds,
            RefundList list,
            RefundPayments payments,
            RefundProcess process,
            Requests requests,
            Orders orders,
            Games games,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${gatehouse.console.zone}") ZoneId zone) {
        this.refunds = refunds;
        this.list = list;
        this.payments = payments;
        this.process = process;
        this.requests = requests;
        this.orders = orders;
        this.games = games;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Takes a wish for a refund and reserves its amount, so that all refunds of an order never exceed what was paid.
     *
     * @return our number of it; for an {@code externalNo} that is known, that of the refund it stands for
     * @throws IllegalTransition for an order that is not paid, was paid more than 365 days ago, has an open refund, or
     *     has less left
     * @throws NotFound if the game has no such order
     */
    public String request(RefundRequest request) {
        if (request.message().codePointCount(0, request.message().length()) > LONGEST_MESSAGE) {
            throw new InvalidValue("message", "refund.message-too-long", LONGEST_MESSAGE);
        }
        orders.holdRefunds(request.orderNo());
        var known = known(request);
        if (known.isPresent()) {
            return known.get().sameAs(request).view().number();
        }
        var order = orders.get(request.game(), request.orderNo());
        IllegalTransition.unless(order.isPaid(), "refund.not-paid", request.orderNo());
        var sale = sale(order);
        var amount = request.amount() == null
                ? order.left()
                : new Money(request.amount(), order.amount().currency());
        var number = number(request, sale);
        var refund = new Refund(number, request, sale, amount, clock.instant());
        orders.reserveRefund(order.orderNo(), number, amount);
        IllegalTransition.unless(
                refunds.countOpen(order.orderNo(), RefundStatus.open()) == 0, "refund.open-already", order.orderNo());
        var asked = refunds.saveAndFlush(refund).view();
        publish(asked);
        process.requested(asked, sale.delivered());
        return number;
    }

    /**
     * Takes the payment channel's report of a refund; the same report again changes nothing.
     *
     * @throws RefundConflict when it contradicts what is recorded; an alarm has been raised
     * @throws NotFound for a number that is not ours
     */
    @Transactional(noRollbackFor = RefundConflict.class)
    public void settled(RefundResult result) {
        if (payments.reported(result)) {
            process.reported(result.refundNo());
        }
    }

    /** @throws NotFound if the game has no such refund */
    @Transactional(readOnly = true)
    public RefundView get(AppId game, String number) {
        return refunds.findByNumberAndGame(number, game)
                .map(Refund::view)
                .orElseThrow(() -> new NotFound("refund.unknown", number));
    }

    /** Of any game, for the superapp's people. */
    @Transactional(readOnly = true)
    public RefundView get(String number) {
        return refunds.findById(number).map(Refund::view).orElseThrow(() -> new NotFound("refund.unknown", number));
    }

    /** By the asker's own number. */
    @Transactional(readOnly = true)
    public Optional<RefundView> byExternalNo(AppId game, String externalNo) {
        return refunds.findByGameAndExternalNo(game, externalNo).map(Refund::view);
    }

    /** Those of one order, oldest first. */
    @Transactional(readOnly = true)
    public List<RefundView> of(AppId game, String orderNo) {
        return refunds.findByGameAndOrderNoOrderByInitiatedAt(game, orderNo).stream()
                .map(Refund::view)
                .toList();
    }

    /**
     * Reads a filter as it was typed, as of today in the console's zone.
     *
     * @throws InvalidValue for what {@link RefundFilter} refuses, naming the field
     */
    public RefundFilter filter(
            @Nullable String from, @Nullable String to, @Nullable String number, @Nullable String status) {
        return RefundFilter.of(from, to, number, status, LocalDate.ofInstant(clock.instant(), zone));
    }

    /** Newest first, 50 a page. @param after the {@code next} of the page before */
    @Transactional(readOnly = true)
    public Page<RefundView> list(AppId game, RefundFilter filter, @Nullable String after) {
        return list.page(game, filter, after);
    }

    /** Of all games, for the superapp's people. */
    @Transactional(readOnly = true)
    public Page<RefundView> listAll(RefundFilter filter, @Nullable String after) {
        return list.page(null, filter, after);
    }

    /** Hands over all rows of a filter, newest first, without holding them. */
    @Transactional(readOnly = true)
    public void stream(AppId game, RefundFilter filter, Consumer<RefundView> consumer) {
        list.stream(game, filter, consumer);
    }

    /** How many rows a filter has, counted up to {@code most}. */
    @Transactional(readOnly = true)
    public int count(AppId game, RefundFilter filter, int most) {
        return list.count(game, filter, most);
    }

    private Optional<Refund> known(RefundRequest request) {
        return Optional.ofNullable(request.externalNo())
                .flatMap(it -> refunds.findByGameAndExternalNo(request.game(), it));
    }

    private String number(RefundRequest request, Sale sale) {
        var message = request.message().isBlank() ? "–" : request.message().strip();
        return requests.open(
                        RequestKind.REFUND,
                        request.game(),
                        sale.team(),
                        request.orderNo(),
                        message,
                        new Username(request.by()))
                .number();
    }

    private Sale sale(OrderView order) {
        var item = order.item();
        return new Sale(
                games.get(order.game()).team(),
                order.env(),
                order.outTradeNo(),
                order.openId(),
                "%s × %d".formatted(item.name(), item.quantity()),
                order.amount(),
                Objects.requireNonNull(order.paidAt()),
                order.state() == OrderState.DELIVERED);
    }

    private void publish(RefundView refund) {
        events.publishEvent(BusinessEvent.of("refund.requested", refund.initiatedBy(), "refund " + refund.number())
                .in(refund.game())
                .under(refund.number())
                .with("order", refund.orderNo())
                .with("amount", refund.amount())
                .with("reason", refund.reason())
                .with("source", refund.source()));
    }
}
