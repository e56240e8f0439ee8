package io.gatehouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/** Sends callbacks over some connections that are kept open, and notes when; a refused one comes again. */
final class Load {

    static final int CONNECTIONS = 32;
    private static final long PAUSE_AFTER_REFUSAL_NANOS = 100_000_000L;

    private final byte[][] requests;
    private final long[] sentAt;
    private final AtomicInteger next = new AtomicInteger();
    private final double perSecond;
    private final int connections;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load(byte[][] requests, double perSecond, int connections) {
        this.requests = requests;
        this.perSecond = perSecond;
        this.connections = connections;
        this.sentAt = new long[requests.length];
    }

    /** As fast as they are taken. */
    static Load flood(byte[][] requests, int... ports) {
        return flood(requests, CONNECTIONS, ports);
    }

    /** The same over another number of connections. */
    static Load flood(byte[][] requests, int connections, int[] ports) {
        return new Load(requests, Double.POSITIVE_INFINITY, connections).run(ports);
    }

    /** So many a second, whatever becomes of those before. */
    static Load steady(byte[][] requests, double perSecond, int... ports) {
        return new Load(requests, perSecond, CONNECTIONS).run(ports);
    }

    /** Beside whatever the caller does; connections that break are not its failure. */
    static Load background(byte[][] requests, double perSecond, int... ports) {
        var load = new Load(requests, perSecond, CONNECTIONS);
        load.begin(ports);
        return load;
    }

    private Load run(int... ports) {
        begin(ports);
        return finish();
    }

    /** Until all were sent. @throws UncheckedIOException if one could not be, or was answered badly */
    Load finish() {
        await();
        var failed = failure.get();
        if (failed != null) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    private void begin(int... ports) {
        var start = System.nanoTime();
        for (var number = 0; number < connections; number++) {
            var port = ports[number % ports.length];
            var thread = new Thread(() -> send(port, start), "load-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Until all were sent, or cannot be. */
    void await() {
        threads.forEach(Load::await);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(int port, long start) {
        try (var connection = new Connection(port)) {
            for (var index = next.getAndIncrement(); index < requests.length; index = next.getAndIncrement()) {
                send(index, start + (long) (index * 1e9 / perSecond), connection);
            }
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void waitFor(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** One that is late counts from when it should have been sent: whoever keeps the load waiting pays for it. */
    private void send(int index, long planned, Connection connection) throws IOException {
        waitFor(planned);
        sentAt[index] =
                Now.micros() - (perSecond < Double.POSITIVE_INFINITY ? (System.nanoTime() - planned) / 1000 : 0);
        for (var status = 503; status == 503; ) {
            status = connection.send(requests[index]);
            if (status == 503) {
                LockSupport.parkNanos(PAUSE_AFTER_REFUSAL_NANOS);
            } else if (status != 200) {
                throw new IOException("A callback was answered with " + status);
            }
        }
    }

    /** When each was sent, in microseconds since 1970. */
    long[] sentAt() {
        return sentAt;
    }
}
