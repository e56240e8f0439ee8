package io.gatehouse.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The parcels in this instance's hands and their leases. Guarded by the sender. */
class InHand {

    private final Map<UUID, Held> held = new HashMap<>();

    /** @param leaseEnd in {@link System#nanoTime()} */
    private record Held(Parcel parcel, long leaseEnd) {}

    int size() {
        return held.size();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    void add(Parcel parcel) {
        held.put(parcel.id(), new Held(parcel, parcel.leaseEnd()));
    }

    void remove(Parcel parcel) {
        held.remove(parcel.id());
    }

    /** @param until in {@link System#nanoTime()} */
    boolean isOurs(Parcel parcel, long until) {
        var ours = held.get(parcel.id());
        return ours != null && ours.leaseEnd() - until >= 0;
    }

    /** Those whose lease has no more than that left. */
    List<Parcel> ageing(Duration left) {
        var latest = System.nanoTime() + left.toNanos();
        return held.values().stream()
                .filter(it -> it.leaseEnd() - latest < 0)
                .map(Held::parcel)
                .toList();
    }

    /** @param ours those whose row was still ours; the others are let go */
    void renewed(Collection<Parcel> asked, Set<UUID> ours, long leaseEnd) {
        for (var parcel : asked) {
            held.computeIfPresent(parcel.id(), (id, it) -> ours.contains(id) ? new Held(it.parcel(), leaseEnd) : null);
        }
    }
}
