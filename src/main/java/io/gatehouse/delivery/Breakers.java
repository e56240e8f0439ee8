package io.gatehouse.delivery;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Sees which endpoints keep failing, from the results of this instance. That one rests stands in the database, for all
 * instances. Used by the settling thread alone.
 */
@Component
class Breakers {

    private static final int MOST = 20_000;

    /** Refusals of single orders by a server that is up and quick. */
    private static final Set<Diagnosis> HEALTHY = EnumSet.of(
            Diagnosis.ACKNOWLEDGED,
            Diagnosis.RETURN_CODE,
            Diagnosis.NO_RETURN_CODE,
            Diagnosis.ERR_CODE,
            Diagnosis.NO_ERR_CODE,
            Diagnosis.GONE);

    private final Map<Endpoint, FailureWindow> windows = new HashMap<>();

    /** Takes a result in; true if its endpoint should be given a rest. */
    boolean add(Endpoint endpoint, Diagnosis diagnosis) {
        if (windows.size() >= MOST) {
            windows.clear();
        }
        return windows.computeIfAbsent(endpoint, it -> new FailureWindow()).add(!HEALTHY.contains(diagnosis));
    }

    void forget(Endpoint endpoint) {
        windows.remove(endpoint);
    }
}
