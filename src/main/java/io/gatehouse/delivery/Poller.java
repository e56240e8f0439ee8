package io.gatehouse.delivery;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.gatehouse.outbound.Reply;

/**
 * Takes from the outbox what nobody was handed directly: repeats that are due, what was held, and what another instance
 * left when its lease ended.
 */
@Component
class Poller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final int MOST = 1000;

    /** A queue this long is worth a probe before anything in it is due. */
    private static final int LONG_QUEUE = 100;

    private final Leasing leasing;
    private final Sender sender;
    private final EndpointAlerts alerts;
    private final DeliverySettings settings;
    private final Clock clock;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Poller(Leasing leasing, Sender sender, EndpointAlerts alerts, DeliverySettings settings, Clock clock) {
        this.leasing = leasing;
        this.sender = sender;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
        timer.shutdown();
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(it -> new Thread(it, "delivery-poller"));
        timer.scheduleWithFixedDelay(
                this::round, settings.poll().toMillis(), settings.poll().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        timer.shutdown();
        try {
            timer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !timer.isShutdown();
    }

    private void round() {
        try {
            poll();
            alerts.tell();
        } catch (RuntimeException e) {
            // the next round may find the database back; a round that throws would be the last
            log.warn("A round of the delivery poller failed: {}", e.getMessage());
        }
    }

    /** Takes what there is, as far as there is room. */
    void poll() {
        int taken;
        do {
            var most = Math.min(MOST, sender.room());
            var parcels = most == 0 ? List.<Parcel>of() : leasing.due(most, settings.perEndpoint() * 4);
            sender.take(parcels);
            taken = parcels.size();
        } while (taken == MOST);
        sender.take(leasing.probes(LONG_QUEUE));
        giveUp();
        leasing.endRecoveries();
    }

    /** What waits for a resting endpoint longer than a whole schedule is at its end, tried or not. */
    private void giveUp() {
        var now = clock.instant();
        var span = new Schedule(settings.waits()).span().plus(settings.rest());
        for (var parcel : leasing.expired(now.minus(span), MOST)) {
            var reply = Reply.none(now);
            var last = parcel.atItsLastTry(settings.waits().size());
            sender.settle(new Result.Tried(last, reply, Verdict.of(Diagnosis.NOT_SENT)));
        }
    }
}
