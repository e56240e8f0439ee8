package io.gatehouse.exemption;

import java.util.Collection;
import java.util.List;

import io.gatehouse.core.AppId;

/** Knows the orders that are paid and not settled; the module that owns orders implements it. */
public interface OrdersInFlight {

    /** The numbers of the orders of these items that are being delivered or refunded, the latest first. */
    List<String> of(AppId game, Collection<String> itemCodes);
}
