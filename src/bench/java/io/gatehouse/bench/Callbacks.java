package io.gatehouse.bench;

import java.util.stream.IntStream;

/** How a contestant is told that an order was paid. */
interface Callbacks {

    String PATH = "/payment/super-app/transactions/callback";

    /** The whole HTTP request. */
    byte[] of(int order);

    /** All requests for some orders, made beforehand: the load must not pay for its own signatures. */
    default byte[][] all(Orders orders) {
        return IntStream.range(orders.from(), orders.to())
                .parallel()
                .mapToObj(this::of)
                .toArray(byte[][]::new);
    }
}
