package io.gatehouse.orders;

/**
 * A purchase that has passed all checks but the last: that its outTradeNo is unused, which the database decides.
 *
 * @param merchantId who is paid
 */
record CheckedPurchase(NewOrder order, String merchantId) {}
