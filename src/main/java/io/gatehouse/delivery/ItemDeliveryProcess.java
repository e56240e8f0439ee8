package io.gatehouse.delivery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.gatehouse.workflow.Processes;

/** The process {@code item-delivery}: one instance an order, started when the outcome of its notification is known. */
@Component
class ItemDeliveryProcess {

    static final String KEY = "item-delivery";

    private final Processes processes;

    ItemDeliveryProcess(Processes processes) {
        this.processes = processes;
    }

    /** Starts the instances of a batch in one engine command; acknowledged ones run to their end within it. */
    void start(Collection<Settled> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        var known = new LinkedHashMap<String, Boolean>();
        outcomes.forEach(it -> known.put(it.orderNo(), it.acknowledged()));
        TransactionSynchronizationManager.bindResource(ItemDeliveryProcess.class, known);
        try {
            processes.startAll(KEY, known.keySet(), Map.of());
        } finally {
            TransactionSynchronizationManager.unbindResource(ItemDeliveryProcess.class);
        }
    }

    /** The outcome of an order of the batch whose instances are being started. */
    static Optional<Boolean> outcome(String orderNo) {
        var known = TransactionSynchronizationManager.getResource(ItemDeliveryProcess.class);
        return known instanceof Map<?, ?> map && map.get(orderNo) instanceof Boolean acknowledged
                ? Optional.of(acknowledged)
                : Optional.empty();
    }
}
