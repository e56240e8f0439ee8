package io.gatehouse.bench;

import java.time.Duration;

/** Takes payment callbacks and sees to it that the games' servers acknowledge the orders. */
interface Contestant extends AutoCloseable {

    String name();

    int[] ports();

    /** Puts down what must be known of the orders before they are paid. */
    void place(Orders orders);

    Callbacks callbacks();

    /** How many orders are not stored as delivered yet. */
    long waiting();

    /** Whether nothing is left to do, in the background either. */
    boolean isQuiet();

    /** Takes callbacks, and delivers nothing. */
    void hold();

    /** Delivers again. */
    void release();

    /** @throws IllegalStateException unless each of the orders is stored as delivered */
    void verify(Orders orders);

    Duration cpu();

    @Override
    void close();
}
