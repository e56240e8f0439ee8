package io.gatehouse.sandbox;

import java.time.Instant;

/**
 * What a toy game noted of a purchase it began.
 *
 * @param status the HTTP status of Gatehouse's answer; 0 if there was none
 * @param orderNo Gatehouse's number of it; empty if it was refused
 */
record ToyPurchase(
        String appId,
        String outTradeNo,
        ToyPlayer player,
        String openId,
        ToyShop.Wanted wanted,
        Instant askedAt,
        String signData,
        int status,
        String answer,
        String orderNo,
        String payId) {

    boolean isAccepted() {
        return !orderNo.isEmpty();
    }
}
