package io.gatehouse.delivery;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/** What a game's server is told of, before it takes the form that the game has chosen. */
sealed interface Occasion permits GoodsDelivery, RefundSucceeded {

    Kind kind();

    AppId game();

    Env env();

    String orderNo();

    /** The refund it tells of; null for a delivery. */
    default @Nullable String refundNo() {
        return null;
    }

    default Endpoint endpoint() {
        return new Endpoint(game(), env());
    }
}
