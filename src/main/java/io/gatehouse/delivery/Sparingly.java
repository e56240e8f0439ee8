package io.gatehouse.delivery;

/** Work that reads a long queue whole: done so rarely that it takes a twentieth of the time at most. For one thread. */
final class Sparingly {

    private static final int PAUSE = 20;

    private long nextAt = System.nanoTime();

    /** Does nothing if it is too early. */
    void run(Runnable work) {
        var start = System.nanoTime();
        if (start - nextAt >= 0) {
            work.run();
            var end = System.nanoTime();
            nextAt = end + PAUSE * (end - start);
        }
    }
}
