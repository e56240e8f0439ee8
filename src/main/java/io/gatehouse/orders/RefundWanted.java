package io.gatehouse.orders;

import io.gatehouse.core.Username;

/**
 * Somebody has resolved an undelivered order by giving all that is left of its money back; published in a transaction
 * in which the refund is to be asked for.
 *
 * @param note why, 1 to 500 characters
 */
public record RefundWanted(String orderNo, Username by, String note) {}
