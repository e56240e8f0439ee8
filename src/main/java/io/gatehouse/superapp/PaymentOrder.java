package io.gatehouse.superapp;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;

/**
 * A payment to be opened.
 *
 * @param orderNo our number
 * @param merchantId who is paid
 * @param signData with {@code paySig} and {@code signature} passed on exactly as the client sent them
 * @param total what the player is to pay
 */
public record PaymentOrder(
        AppId game,
        Env env,
        String orderNo,
        String merchantId,
        String openId,
        String signData,
        String paySig,
        String signature,
        Item item,
        Money total) {

    /** The item as it is sold. */
    public record Item(String code, String name, @Nullable String imageUrl, int quantity, Money price) {}

    @Override
    public String toString() {
        return "PaymentOrder[%s of %s, %s, signatures=********]".formatted(orderNo, game, total);
    }
}
