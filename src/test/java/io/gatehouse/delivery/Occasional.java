package io.gatehouse.delivery;

import java.time.Instant;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

/** An order and a refund that tests write notifications of. */
class Occasional {

    static final AppId GAME = new AppId("wx51b8e20d77c4");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Occasional() {}

    static GoodsDelivery order() {
        return order("testdata", 1);
    }

    static GoodsDelivery order(String attach, int source) {
        return new GoodsDelivery(
                GAME,
                Env.LIVE,
                "GH1",
                "to_user_openid",
                "xxxxxx",
                "testproductId",
                1,
                "1",
                10,
                10,
                attach,
                source,
                "",
                "4200001",
                NOON);
    }

    static RefundSucceeded refund() {
        return new RefundSucceeded(
                GAME,
                Env.LIVE,
                "GH1",
                "to_user_openid",
                "REFUND20251028001",
                "refund_of_the_game",
                10,
                1,
                "xxxxxx",
                "4200001",
                "5000001",
                NOON,
                NOON.plusSeconds(60));
    }
}
