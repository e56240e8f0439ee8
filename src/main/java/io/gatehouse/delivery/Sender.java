package io.gatehouse.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/**
 * Sends what is in this instance's hands: each endpoint in a lane of its own, so that a slow one holds up no other.
 * No thread waits for an answer; what is held in memory is bounded, and so is what was sent and is not written back:
 * while the database cannot take results, no more of them are brought about.
 */
@Component
class Sender {

    /** Results that may wait to be written back before nothing more is begun. */
    private static final int MOST_UNSETTLED = 1000;

    /** Of all places; the others are kept for endpoints that have nothing under way. */
    private static final double SHARED = 0.75;

    private final Dispatch dispatch;
    private final Settlement settlement;
    private final DeliverySettings settings;
    private final Map<Endpoint, Lane> lanes = new HashMap<>();
    private final Queue<Lane> turns = new ArrayDeque<>();
    private final InHand held = new InHand();
    private final AtomicInteger wishes = new AtomicInteger();
    private final ScheduledExecutorService pauses =
            Executors.newSingleThreadScheduledExecutor(it -> new Thread(it, "delivery-pauses"));
    private Runnable lookAgain = () -> {};
    private int underWay;
    private int unsettled;

    Sender(Dispatch dispatch, Settlement settlement, DeliverySettings settings) {
        this.dispatch = dispatch;
        this.settlement = settlement;
        this.settings = settings;
        settlement.whenDone(this::done);
        settlement.whenResting(this::rest);
        settlement.whileBusy(() -> !isIdle());
    }

    /** @param listener told when a lane that left something in the table could take it now */
    void whenRoomFor(Runnable listener) {
        lookAgain = listener;
    }

    /** Whether one more for that endpoint may be kept in memory; otherwise it waits in the table. */
    synchronized boolean hasRoom(Endpoint endpoint) {
        var lane = lanes.get(endpoint);
        if (held.size() < settings.queue() && (lane == null || lane.waiting() < settings.queuePerEndpoint())) {
            return true;
        }
        lane(endpoint).leaveMoreInTable();
        return false;
    }

    /** How many more may be taken at all. */
    synchronized int room() {
        return Math.max(0, settings.queue() - held.size());
    }

    /** The endpoints of which no more need be taken for now. */
    synchronized List<Endpoint> full(int enough) {
        return lanes.entrySet().stream()
                .filter(it -> it.getValue().waiting() >= enough)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** There was more for these endpoints than the table was asked for. */
    synchronized void leftInTable(Collection<Endpoint> endpoints) {
        endpoints.forEach(it -> lane(it).leaveMoreInTable());
    }

    private Lane lane(Endpoint endpoint) {
        return lanes.computeIfAbsent(
                endpoint, it -> new Lane(settings.perEndpoint(), new Pace(settings.perSecond(), System.nanoTime())));
    }

    /** Takes parcels whose lease is ours. */
    void take(Collection<Parcel> parcels) {
        synchronized (this) {
            for (var parcel : parcels) {
                held.add(parcel);
                var lane = lane(parcel.endpoint());
                lane.add(parcel);
                queue(lane);
            }
        }
        pump();
    }

    /** One thread at a time starts calls; a call that ends at once must not start the next from within itself. */
    private void pump() {
        var asked = wishes.incrementAndGet();
        if (asked > 1) {
            return;
        }
        while (asked != 0) {
            for (var parcel : next()) {
                dispatch.send(parcel).thenAccept(result -> sent(parcel, result));
            }
            asked = wishes.addAndGet(-asked);
        }
    }

    /** What may start now, from each lane in turn. */
    private synchronized List<Parcel> next() {
        var starting = new ArrayList<Parcel>();
        var soonest = System.nanoTime() + settings.attemptTimeout().toNanos();
        var passed = 0;
        while (underWay < settings.inFlight() && unsettled < MOST_UNSETTLED && passed < turns.size()) {
            var lane = turns.remove();
            if (lane.underWay() > 0 && underWay >= SHARED * settings.inFlight()) {
                turns.add(lane);
                passed++;
                continue;
            }
            passed = 0;
            lane.inTurn(false);
            var parcel = lane.next();
            if (parcel != null && isStillOurs(parcel, soonest)) {
                lane.begin(System.nanoTime());
                underWay++;
                starting.add(parcel);
            }
            queue(lane);
        }
        return starting;
    }

    /** One whose lease is nearly over is let go: whoever takes it next sends it. */
    private boolean isStillOurs(Parcel parcel, long soonest) {
        if (held.isOurs(parcel, soonest)) {
            return true;
        }
        held.remove(parcel);
        lane(parcel.endpoint()).leaveMoreInTable();
        return false;
    }

    private void queue(Lane lane) {
        if (lane.isInTurn() || !lane.mayBegin()) {
            return;
        }
        lane.inTurn(true);
        var pause = lane.pause(System.nanoTime());
        if (pause == 0) {
            turns.add(lane);
        } else {
            pauses.schedule(() -> goOn(lane), pause, TimeUnit.NANOSECONDS);
        }
    }

    private void goOn(Lane lane) {
        synchronized (this) {
            turns.add(lane);
        }
        pump();
    }

    @PreDestroy
    void stop() {
        pauses.shutdownNow();
    }

    private void sent(Parcel parcel, Result result) {
        var more = false;
        synchronized (this) {
            underWay--;
            unsettled++;
            var lane = lane(parcel.endpoint());
            lane.end(isAnswered(result));
            queue(lane);
            more = lane.asksForMore(settings.perEndpoint());
            if (lane.isForgettable()) {
                lanes.remove(parcel.endpoint());
            }
        }
        settlement.add(result);
        if (more) {
            lookAgain.run();
        }
        pump();
    }

    private static boolean isAnswered(Result result) {
        return result instanceof Result.Tried tried
                && tried.verdict().diagnosis().isAnswer();
    }

    /** Takes a result that no call brought about. */
    void settle(Result result) {
        synchronized (this) {
            held.add(result.parcel());
            unsettled++;
        }
        settlement.add(result);
    }

    private void done(Collection<Result> results) {
        synchronized (this) {
            unsettled -= results.size();
            results.forEach(it -> held.remove(it.parcel()));
        }
        pump();
    }

    /** What waits for an endpoint that is given a rest goes back to the table. */
    private void rest(Endpoint endpoint) {
        List<Parcel> back;
        synchronized (this) {
            var lane = lanes.get(endpoint);
            back = lane == null ? List.of() : lane.clear();
            unsettled += back.size();
        }
        back.forEach(it -> settlement.add(new Result.PutBack(it)));
    }

    /** What has been in hand so long that its lease should be renewed. */
    synchronized List<Parcel> ageing(Duration left) {
        return held.ageing(left);
    }

    /** @param ours those whose row was still ours; the others are somebody else's by now and are not begun any more */
    synchronized void renewed(Collection<Parcel> asked, Set<UUID> ours, long leaseEnd) {
        held.renewed(asked, ours, leaseEnd);
    }

    /** Requests under way to an endpoint, for its page. */
    synchronized int underWay(Endpoint endpoint) {
        var lane = lanes.get(endpoint);
        return lane == null ? 0 : lane.underWay();
    }

    /** Whether everything taken so far has been written back. */
    synchronized boolean isIdle() {
        return held.isEmpty() && underWay == 0 && unsettled == 0;
    }
}
