package io.gatehouse.exemption;

import java.util.Collection;

import io.gatehouse.core.AppId;

/** Knows the orders that are paid and not settled; the module that owns orders implements it. */
public interface OrdersInFlight {

    /** How many orders of these items are being delivered or refunded. */
    long of(AppId game, Collection<String> itemCodes);
}
