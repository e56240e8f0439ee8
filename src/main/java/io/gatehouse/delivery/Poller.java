package io.gatehouse.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

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

    /** Of one endpoint at a time, in requests it may have under way. */
    private static final int SHARE = 8;

    /** A queue this long is worth a probe before anything in it is due. */
    static final int LONG_QUEUE = 100;

    private final Leasing leasing;
    private final Sender sender;
    private final EndpointAlerts alerts;
    private final RecoverySearch recoveries;
    private final DeliverySettings settings;
    private final Clock clock;
    private final AtomicBoolean lookingAgain = new AtomicBoolean();
    private final Sparingly reclaiming = new Sparingly();
    private final Sparingly givingUp = new Sparingly();
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    Poller(
            Leasing leasing,
            Sender sender,
            EndpointAlerts alerts,
            RecoverySearch recoveries,
            DeliverySettings settings,
            Clock clock) {
        this.leasing = leasing;
        this.sender = sender;
        this.alerts = alerts;
        this.recoveries = recoveries;
        this.settings = settings;
        this.clock = clock;
        timer.shutdown();
        sender.whenRoomFor(this::lookAgain);
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

    /** A long queue is worked off as fast as its endpoint takes it, not a share at each round. */
    private void lookAgain() {
        if (lookingAgain.compareAndSet(false, true)) {
            try {
                timer.execute(() -> {
                    lookingAgain.set(false);
                    undisturbed(this::take);
                });
            } catch (RejectedExecutionException e) {
                log.debug("The poller has stopped: {}", e.getMessage());
            }
        }
    }

    private void round() {
        undisturbed(() -> {
            poll();
            alerts.tell();
            recoveries.advance();
        });
    }

    private static void undisturbed(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // the next round may find the database back; a round that throws would be the last
            log.warn("A round of the delivery poller failed: {}", e.getMessage());
        }
    }

    /** Takes what there is, as far as there is room. */
    void poll() {
        renew();
        reclaiming.run(leasing::reclaim);
        take();
        sender.take(leasing.probes(LONG_QUEUE));
        givingUp.run(this::giveUp);
        leasing.endRecoveries();
    }

    /** What waits here, or could not be written back yet, stays ours: nobody else sends it meanwhile. */
    private void renew() {
        var ageing = sender.ageing(settings.lease().dividedBy(2));
        if (!ageing.isEmpty()) {
            var leaseEnd = settings.leaseEnd();
            sender.renewed(ageing, leasing.renew(ageing), leaseEnd);
        }
    }

    private void take() {
        var share = SHARE * settings.perEndpoint();
        List<Parcel> parcels;
        do {
            var most = Math.min(MOST, sender.room());
            parcels = most == 0 ? List.of() : leasing.due(most, share, sender.full(share));
            sender.take(parcels);
            sender.leftInTable(manyOf(parcels, share));
        } while (parcels.size() == MOST);
    }

    /** The endpoints that got the whole of their share, or would have if there had been room. */
    private static Set<Endpoint> manyOf(List<Parcel> parcels, int share) {
        var counts = parcels.stream().collect(Collectors.groupingBy(Parcel::endpoint, Collectors.counting()));
        counts.values().removeIf(it -> parcels.size() < MOST && it < share);
        return counts.keySet();
    }

    /** What waited for a resting endpoint a whole schedule long is at its end, tried or not. */
    private void giveUp() {
        var schedule = new Schedule(settings.waits()).span();
        for (var parcel : leasing.expired(schedule, MOST)) {
            var reply = Reply.none(clock.instant());
            var last = parcel.atItsLastTry(settings.waits().size());
            sender.settle(new Result.Tried(last, reply, Verdict.of(Diagnosis.NOT_SENT)));
        }
    }
}
