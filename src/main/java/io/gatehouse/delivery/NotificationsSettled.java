package io.gatehouse.delivery;

import java.util.List;

/** Published in the transaction that stores the outcomes of a batch of notifications. */
public record NotificationsSettled(List<Settled> outcomes) {

    public NotificationsSettled {
        outcomes = List.copyOf(outcomes);
    }
}
