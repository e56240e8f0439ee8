package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.gatehouse.access.Access;
import io.gatehouse.access.Capability;
import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.NotFound;
import io.gatehouse.core.Username;

/** Tells the games' servers what happened, sooner or later, and shows how that went. */
@Service
@Transactional
public class Notifications {

    private final Outbox outbox;
    private final OutboxRepeats repeats;
    private final NotificationHistory history;
    private final Sender sender;
    private final ChosenForms forms;
    private final Bodies bodies;
    private final SigningKeys keys;
    private final DeliverySettings settings;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Time-ordered: new rows land at the right end of the indexes. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Notifications(
            Outbox outbox,
            OutboxRepeats repeats,
            NotificationHistory history,
            Sender sender,
            ChosenForms forms,
            Bodies bodies,
            SigningKeys keys,
            DeliverySettings settings,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.repeats = repeats;
        this.history = history;
        this.sender = sender;
        this.forms = forms;
        this.bodies = bodies;
        this.keys = keys;
        this.settings = settings;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Notes a delivery down in the caller's transaction; it goes out right after the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(GoodsDelivery delivery) {
        put(List.of(delivery));
    }

    /** The same for many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(Collection<GoodsDelivery> deliveries) {
        put(deliveries);
    }

    /** Notes a refund down; it goes out after the order's delivery was acknowledged or given up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(RefundSucceeded refund) {
        put(List.of(refund));
    }

    private void put(Collection<? extends Occasion> occasions) {
        if (occasions.isEmpty()) {
            return;
        }
        var parcels = outbox.put(occasions.stream().map(this::entry).toList(), sender::hasRoom);
        if (!parcels.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sender.take(parcels);
                }
            });
        }
    }

    private Outbox.Entry entry(Occasion occasion) {
        var endpoint = occasion.endpoint();
        var body = keys.appKey(endpoint)
                .map(it -> bodies.write(forms.of(endpoint.game()), occasion, it, false))
                .orElse(null);
        return new Outbox.Entry(ids.generate(), occasion, body);
    }

    /** Every attempt at the notifications of an order, oldest first. The order's game is the caller's to check. */
    @Transactional(readOnly = true)
    public List<AttemptView> attempts(String orderNo) {
        return history.of(orderNo);
    }

    /** Every attempt at the notification of a refund, oldest first. The refund's game is the caller's to check. */
    @Transactional(readOnly = true)
    public List<AttemptView> attemptsOfRefund(String refundNo) {
        return history.ofRefund(refundNo);
    }

    /** Where the delivery notification of an order stands. */
    @Transactional(readOnly = true)
    public NotificationState state(String orderNo) {
        return history.state(orderNo);
    }

    /** The pauses before its repeats, as long as no server asks for more time. */
    public List<Duration> waits() {
        return settings.waits();
    }

    /** How long after the first try the last one follows, unless a server asks for more time. */
    public Duration patience() {
        return new Schedule(settings.waits()).span();
    }

    boolean isAcknowledged(String orderNo) {
        return history.isAcknowledged(orderNo);
    }

    /**
     * Sends an order's delivery notification again, with the same id and bytes: at once and thrice more within a minute.
     *
     * @throws NotFound if the game has no such order or it was never sent
     */
    public void resend(AppId game, String orderNo, Username by) {
        access.require(by, Capability.ORDER_RESEND, game);
        resend(game, orderNo, by.value());
    }

    /** The same, asked for by a process. */
    public void resend(AppId game, String orderNo) {
        resend(game, orderNo, BusinessEvent.SYSTEM);
    }

    private void resend(AppId game, String orderNo, String by) {
        var now = clock.instant();
        if (repeats.waits(game, orderNo)) {
            repeats.hurry(game, orderNo, now);
        } else if (repeats.again(game, orderNo, now) == 0) {
            throw new NotFound("delivery.nothing-to-resend", orderNo);
        }
        events.publishEvent(BusinessEvent.of("notification.resent", by, "order " + orderNo)
                .in(game)
                .under(orderNo));
    }
}
