package io.gatehouse.exemption;

import java.util.List;

/**
 * What a revocation touches.
 *
 * @param items those released under the exemption that still sell
 * @param ordersInFlight the numbers of orders of them that are paid and not settled; they deliver and refund as ever
 * @param secondPersonAbove taking down more items than this needs a second person
 */
public record RevocationImpact(List<ExemptItem> items, List<String> ordersInFlight, int secondPersonAbove) {}
