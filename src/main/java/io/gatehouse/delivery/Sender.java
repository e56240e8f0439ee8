package io.gatehouse.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

/**
 * Sends what is in this instance's hands: each endpoint in a lane of its own, so that a slow one holds up no other.
 * No thread waits for an answer; what is held in memory is bounded.
 */
@Component
class Sender {

    private final Dispatch dispatch;
    private final Settlement settlement;
    private final DeliverySettings settings;
    private final Map<Endpoint, Lane> lanes = new HashMap<>();
    private final Queue<Lane> turns = new ArrayDeque<>();
    private final AtomicInteger wishes = new AtomicInteger();
    private int underWay;
    private int inHand;

    Sender(Dispatch dispatch, Settlement settlement, DeliverySettings settings) {
        this.dispatch = dispatch;
        this.settlement = settlement;
        this.settings = settings;
        settlement.whenDone(this::done);
        settlement.whenResting(this::rest);
        settlement.whileBusy(() -> !isIdle());
    }

    /** Whether one more for that endpoint may be kept in memory; otherwise it waits in the table. */
    synchronized boolean hasRoom(Endpoint endpoint) {
        var lane = lanes.get(endpoint);
        return inHand < settings.queue() && (lane == null || lane.waiting.size() < settings.queuePerEndpoint());
    }

    /** How many more may be taken at all. */
    synchronized int room() {
        return Math.max(0, settings.queue() - inHand);
    }

    /** Takes parcels whose lease is ours. */
    void take(Collection<Parcel> parcels) {
        synchronized (this) {
            for (var parcel : parcels) {
                var lane = lanes.computeIfAbsent(parcel.endpoint(), it -> new Lane());
                lane.waiting.add(parcel);
                queue(lane);
            }
            inHand += parcels.size();
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
        while (underWay < settings.inFlight() && !turns.isEmpty()) {
            var lane = turns.remove();
            lane.inTurn = false;
            var parcel = lane.waiting.poll();
            if (parcel != null && parcel.leaseEnd() - soonest >= 0) {
                lane.underWay++;
                underWay++;
                starting.add(parcel);
            } else if (parcel != null) {
                inHand--; // its lease is nearly over: whoever takes it next sends it
            }
            queue(lane);
        }
        return starting;
    }

    private void queue(Lane lane) {
        if (!lane.inTurn && !lane.waiting.isEmpty() && lane.underWay < settings.perEndpoint()) {
            lane.inTurn = true;
            turns.add(lane);
        }
    }

    private void sent(Parcel parcel, Result result) {
        synchronized (this) {
            underWay--;
            var lane = lanes.get(parcel.endpoint());
            if (lane != null) {
                lane.underWay--;
                queue(lane);
                if (lane.underWay == 0 && lane.waiting.isEmpty()) {
                    lanes.remove(parcel.endpoint());
                }
            }
        }
        settlement.add(result);
        pump();
    }

    /** Takes a result that no call brought about. */
    void settle(Result result) {
        synchronized (this) {
            inHand++;
        }
        settlement.add(result);
    }

    private synchronized void done(int count) {
        inHand -= count;
    }

    /** What waits for an endpoint that is given a rest goes back to the table. */
    private void rest(Endpoint endpoint) {
        List<Parcel> back;
        synchronized (this) {
            var lane = lanes.get(endpoint);
            if (lane == null) {
                return;
            }
            back = List.copyOf(lane.waiting);
            lane.waiting.clear();
        }
        back.forEach(it -> settlement.add(new Result.PutBack(it)));
    }

    /** Requests under way to an endpoint, for its page. */
    synchronized int underWay(Endpoint endpoint) {
        var lane = lanes.get(endpoint);
        return lane == null ? 0 : lane.underWay;
    }

    /** Whether everything taken so far has been written back. */
    synchronized boolean isIdle() {
        return inHand == 0;
    }

    /** The parcels of one endpoint. */
    private static class Lane {

        private final Queue<Parcel> waiting = new ArrayDeque<>();
        private int underWay;
        private boolean inTurn;
    }
}
