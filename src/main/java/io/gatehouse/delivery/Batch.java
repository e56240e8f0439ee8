package io.gatehouse.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.HotPath;

/** Stores the results of up to some hundred parcels in one transaction. */
@Component
class Batch {

    /** Everywhere the same: who writes to the same orders waits in line, and new rows stand together in the indexes. */
    private static final Comparator<Result.Tried> BY_ORDER =
            Comparator.comparing(it -> it.parcel().orderNo());

    private final Outbox outbox;
    private final Attempts attempts;
    private final EndpointStates states;
    private final Breakers breakers;
    private final ItemDeliveryProcess deliveries;
    private final ApplicationEventPublisher events;
    private final DeliverySettings settings;
    private final HotPath hotPath;

    Batch(
            Outbox outbox,
            Attempts attempts,
            EndpointStates states,
            Breakers breakers,
            ItemDeliveryProcess deliveries,
            ApplicationEventPublisher events,
            DeliverySettings settings,
            HotPath hotPath) {
        this.outbox = outbox;
        this.attempts = attempts;
        this.states = states;
        this.breakers = breakers;
        this.deliveries = deliveries;
        this.events = events;
        this.settings = settings;
        this.hotPath = hotPath;
    }

    /** @return the endpoints that are to be given a rest from now on */
    @Transactional
    public Set<Endpoint> store(List<Result> results) {
        hotPath.enter();
        var tried = only(results, Result.Tried.class);
        var back = new ArrayList<Parcel>();
        only(results, Result.PutBack.class).forEach(it -> back.add(it.parcel()));
        var ended = new LinkedHashMap<UUID, Settled>();
        var endedParcels = new ArrayList<Parcel>();
        var retries = new ArrayList<Outbox.Retry>();
        var counted = new ArrayList<Result.Tried>();
        for (var each : tried.stream().sorted(BY_ORDER).toList()) {
            var next = next(each);
            if (each.parcel().early() && !each.verdict().isSuccess()) {
                back.add(each.parcel());
                continue;
            }
            counted.add(each);
            if (next.isPresent()) {
                retries.add(new Outbox.Retry(each.parcel(), each.reply().at(), next.get()));
            } else {
                ended.put(each.parcel().id(), settled(each));
                endedParcels.add(each.parcel());
            }
        }
        write(counted, retries, back);
        tellOfFirstFailures(retries);
        settle(ended, endedParcels);
        return look(tried);
    }

    private void write(List<Result.Tried> counted, List<Outbox.Retry> retries, List<Parcel> back) {
        if (!counted.isEmpty()) {
            attempts.add(counted);
        }
        if (!retries.isEmpty()) {
            outbox.retry(retries);
        }
        if (!back.isEmpty()) {
            outbox.putBack(back);
        }
    }

    private void tellOfFirstFailures(List<Outbox.Retry> retries) {
        var first = retries.stream()
                .map(Outbox.Retry::parcel)
                .filter(it -> it.kind() == Kind.DELIVERY && it.attempts() == 0)
                .map(Parcel::orderNo)
                .toList();
        if (!first.isEmpty()) {
            events.publishEvent(new FirstAttemptsFailed(first));
        }
    }

    /** Only what the fencing number still let us remove has this outcome: another instance may have taken the rest. */
    private void settle(Map<UUID, Settled> ended, List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            return;
        }
        var ours = outbox.remove(parcels);
        var removed = parcels.stream().filter(it -> ours.contains(it.id())).toList();
        if (!removed.isEmpty()) {
            events.publishEvent(new NotificationsSettled(
                    removed.stream().map(it -> ended.get(it.id())).toList()));
            deliveries.start(removed.stream()
                    .filter(it -> it.kind() == Kind.DELIVERY && !it.again())
                    .map(it -> ended.get(it.id()))
                    .toList());
        }
    }

    private Optional<Instant> next(Result.Tried tried) {
        if (tried.verdict().isSuccess()) {
            return Optional.empty();
        }
        var parcel = tried.parcel();
        var schedule = new Schedule(parcel.again() ? settings.resendWaits() : settings.waits());
        return schedule.next(parcel.tries() + 1, tried.reply());
    }

    private static Settled settled(Result.Tried tried) {
        var parcel = tried.parcel();
        return new Settled(
                parcel.messageId(),
                parcel.kind(),
                parcel.endpoint().game(),
                parcel.orderNo(),
                parcel.refundNo(),
                tried.verdict().isSuccess(),
                parcel.attempts() + 1,
                tried.reply().end());
    }

    /** What the results tell about their endpoints; the last one of each counts. */
    private Set<Endpoint> look(List<Result.Tried> tried) {
        var last = new HashMap<Endpoint, Result.Tried>();
        var tripped = new LinkedHashSet<Endpoint>();
        for (var each : tried) {
            if (each.verdict().diagnosis() == Diagnosis.NOT_SENT) {
                continue;
            }
            var endpoint = each.parcel().endpoint();
            last.put(endpoint, each);
            if (breakers.add(endpoint, each.verdict().diagnosis())) {
                tripped.add(endpoint);
            } else {
                tripped.remove(endpoint);
            }
            if (each.verdict().diagnosis() == Diagnosis.GONE) {
                states.switchOff(endpoint, each.reply().end());
            }
        }
        last.forEach((endpoint, each) -> {
            if (each.verdict().isSuccess()) {
                states.succeeded(endpoint, each.reply().end());
            } else {
                states.failed(endpoint, each.reply().end(), each.verdict().diagnosis(), settings.rest());
            }
        });
        tripped.forEach(it -> {
            states.rest(it, last.get(it).reply().end(), settings.rest());
            breakers.forget(it);
        });
        return tripped;
    }

    private static <T extends Result> List<T> only(List<Result> results, Class<T> type) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
