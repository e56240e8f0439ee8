package io.gatehouse.delivery;

import java.util.Map;

/** How an occasion looks on the wire: names and values in their order, whatever the notation. */
interface BodyForm {

    Map<String, Object> document(GoodsDelivery delivery, Seal seal);

    Map<String, Object> document(RefundSucceeded refund, Seal seal);

    default Map<String, Object> document(Occasion occasion, Seal seal) {
        return occasion instanceof GoodsDelivery delivery
                ? document(delivery, seal)
                : document((RefundSucceeded) occasion, seal);
    }
}
