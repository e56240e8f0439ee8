package io.gatehouse.delivery;

import java.util.Collection;
import java.util.Set;

import io.gatehouse.core.AppId;

/** What becomes of orders when their delivery is announced again; whoever keeps the orders implements it. */
public interface Redelivery {

    /** Those of the orders that must not be delivered any more: they are delivered by other means, or paid back. */
    Set<String> unwanted(AppId game, Collection<String> orderNos);

    /** Their notifications are on their way again. */
    void sent(Collection<String> orderNos);
}
