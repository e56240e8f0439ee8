package io.gatehouse.orders;

/**
 * No payment was opened and no money has moved.
 *
 * @param errcode the published number of mini games
 * @param errmsg what is wrong, naming the field, in English as the published errors are
 */
public record PurchaseRefused(int errcode, String errmsg) implements PurchaseAnswer {}
