package io.gatehouse.delivery;

import java.util.List;

/** Published in the transaction that stores a batch of results: these orders' first automatic attempts have failed, repeats follow. */
public record FirstAttemptsFailed(List<String> orderNos) {

    public FirstAttemptsFailed {
        orderNos = List.copyOf(orderNos);
    }
}
