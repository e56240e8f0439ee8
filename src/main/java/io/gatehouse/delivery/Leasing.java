package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.HotPath;

/** Takes rows of the outbox into this instance's hands, each round in a transaction of its own. */
@Component
class Leasing {

    /** How long what cannot be signed yet waits before it is looked at again. */
    private static final Duration WITHOUT_KEY = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final OutboxLeases leases;
    private final EndpointStates states;
    private final ChosenForms forms;
    private final Bodies bodies;
    private final SigningKeys keys;
    private final DeliverySettings settings;
    private final HotPath hotPath;
    private final Clock clock;

    Leasing(
            Outbox outbox,
            OutboxLeases leases,
            EndpointStates states,
            ChosenForms forms,
            Bodies bodies,
            SigningKeys keys,
            DeliverySettings settings,
            HotPath hotPath,
            Clock clock) {
        this.outbox = outbox;
        this.leases = leases;
        this.states = states;
        this.forms = forms;
        this.bodies = bodies;
        this.keys = keys;
        this.settings = settings;
        this.hotPath = hotPath;
        this.clock = clock;
    }

    /** @param except endpoints of which nothing is wanted */
    @Transactional
    public List<Parcel> due(int most, int perEndpoint, Collection<Endpoint> except) {
        hotPath.enter();
        return sealed(leases.lease(most, perEndpoint, except));
    }

    /** Puts into the queue what an instance was handed and has let go, or had no time to. */
    @Transactional
    public void reclaim() {
        hotPath.enter();
        leases.reclaim();
    }

    /** Keeps what is in hand for one more lease. @return those that were still ours */
    @Transactional
    public Set<UUID> renew(Collection<Parcel> parcels) {
        hotPath.enter();
        return leases.renew(parcels);
    }

    /** One parcel for each endpoint whose rest is over; where nothing is due yet, the first that is will be it. */
    @Transactional
    public List<Parcel> probes(int longQueue) {
        hotPath.enter();
        var probes = new ArrayList<Parcel>();
        var now = clock.instant();
        for (var endpoint : states.rested(now, longQueue)) {
            var probe = sealed(leases.leaseProbe(endpoint, longQueue));
            if (!probe.isEmpty()) {
                states.probed(endpoint, now.plus(settings.rest()));
            }
            probes.addAll(probe);
        }
        return probes;
    }

    @Transactional
    public List<Parcel> expired(Duration schedule, int most) {
        hotPath.enter();
        return sealed(leases.leaseExpired(schedule, most));
    }

    @Transactional
    public void endRecoveries() {
        hotPath.enter();
        states.endRecoveries(clock.instant());
    }

    /** What was put in before there was a key is signed now, and goes out like that from now on. */
    private List<Parcel> sealed(List<OutboxLeases.Leased> rows) {
        var parcels = new ArrayList<Parcel>(rows.size());
        for (var row : rows) {
            var body = row.body();
            if (body == null) {
                body = seal(row);
            }
            if (body != null) {
                parcels.add(row.parcel(body));
            }
        }
        return parcels;
    }

    private @Nullable String seal(OutboxLeases.Leased row) {
        var key = keys.appKey(row.endpoint());
        if (key.isEmpty() || row.payload() == null) {
            outbox.postpone(row.orderNo(), row.id(), clock.instant().plus(WITHOUT_KEY));
            return null;
        }
        var occasion = Occasions.read(row.kind(), row.payload());
        var body = bodies.write(forms.of(occasion.game()), occasion, key.get(), false);
        outbox.seal(row.id(), body);
        return body;
    }
}
