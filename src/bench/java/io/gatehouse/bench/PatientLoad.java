package io.gatehouse.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The superapp as it is: it reports a payment, signed anew each time, to any instance there is, until one has answered
 * with success. Being asked to come again and having no answer are all it puts up with.
 */
final class PatientLoad {

    private static final int CONNECTIONS = 16;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Callbacks callbacks;
    private final Orders orders;
    private final double perSecond;
    private final Supplier<int[]> ports;
    private final long[] answeredAt;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicReference<@Nullable IllegalStateException> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private PatientLoad(Callbacks callbacks, Orders orders, double perSecond, Supplier<int[]> ports) {
        this.callbacks = callbacks;
        this.orders = orders;
        this.perSecond = perSecond;
        this.ports = ports;
        this.answeredAt = new long[orders.count()];
    }

    /** Beside whatever the caller does. @param ports those of the instances that live at the moment */
    static PatientLoad begin(Callbacks callbacks, Orders orders, double perSecond, Supplier<int[]> ports) {
        var load = new PatientLoad(callbacks, orders, perSecond, ports);
        var start = System.nanoTime();
        for (var number = 0; number < CONNECTIONS; number++) {
            var thread = new Thread(() -> load.send(start), "patient-load-" + number);
            thread.setDaemon(true);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    /** Until each was answered with success. @throws IllegalStateException if one was answered as it must not be */
    void finish() {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void send(long start) {
        var line = new Line();
        for (var index = next.getAndIncrement(); index < orders.count(); index = next.getAndIncrement()) {
            pause(start + (long) (index * 1e9 / perSecond) - System.nanoTime());
            while (answeredAt[index] == 0 && failure.get() == null) {
                report(index, line);
            }
        }
        line.hangUp();
    }

    private void report(int index, Line line) {
        var living = ports.get();
        if (living.length == 0) {
            pause(PAUSE_NANOS);
            return;
        }
        try {
            var status = line.send(living, callbacks.of(orders.from() + index));
            if (status == 200) {
                answeredAt[index] = Now.micros();
            } else if (status == 503) {
                refused.incrementAndGet();
                pause(PAUSE_NANOS);
            } else {
                failure.compareAndSet(null, new IllegalStateException("A callback was answered with " + status));
            }
        } catch (IOException e) {
            unanswered.incrementAndGet();
            line.hangUp();
            pause(PAUSE_NANOS);
        }
    }

    private static void pause(long nanos) {
        var end = System.nanoTime() + nanos;
        for (var left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Those answered with success before a moment, in microseconds since 1970, by their place in the row. */
    int[] answeredBefore(long moment) {
        return IntStream.range(0, answeredAt.length)
                .filter(it -> answeredAt[it] > 0 && answeredAt[it] < moment)
                .toArray();
    }

    /** Whether one was answered as it must not be. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    /** How often one was asked to come again. */
    int refused() {
        return refused.get();
    }

    /** How often one got no answer. */
    int unanswered() {
        return unanswered.get();
    }

    /** To one instance, and to another when that one is gone. */
    private final class Line {

        private @Nullable Connection connection;
        private int calls = next.get();

        int send(int[] living, byte[] request) throws IOException {
            if (connection == null) {
                connection = new Connection(living[calls++ % living.length]);
            }
            return connection.send(request);
        }

        void hangUp() {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }
}
