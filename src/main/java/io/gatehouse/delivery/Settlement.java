package io.gatehouse.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.gatehouse.core.DatabaseFailures;

/**
 * Writes results back, as many in one transaction as have come in the meantime. Its queue is bounded by what the sender
 * takes in hand.
 */
@Component
class Settlement implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
    private static final int MOST = 500;
    private static final int MOST_ROUNDS = 100;
    private static final int PAUSE_MILLIS = 300;

    /** So long a result waits for company: what a transaction and an engine command cost is shared by all in it. */
    private static final int GATHER_MILLIS = 100;

    private static final int LOOK_MILLIS = 10;

    /** So many are company enough. */
    private static final int ENOUGH = 150;

    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Batch batch;
    private Consumer<Collection<Result>> done = results -> {};
    private Consumer<Endpoint> resting = endpoint -> {};
    private BooleanSupplier busy = () -> false;
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    Settlement(Batch batch) {
        this.batch = batch;
    }

    void whenDone(Consumer<Collection<Result>> listener) {
        done = listener;
    }

    void whenResting(Consumer<Endpoint> listener) {
        resting = listener;
    }

    void whileBusy(BooleanSupplier condition) {
        busy = condition;
    }

    void add(Result result) {
        results.add(result);
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::work, "delivery-settlement");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is under way may still come in, and is written. */
    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        try {
            thread.join(LONGEST_FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the poller and the web server: nothing new comes in any more. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 5000;
    }

    private void work() {
        try {
            while (running || !results.isEmpty() || busy.getAsBoolean()) {
                var first = results.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    settle(first);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(Result first) throws InterruptedException {
        var some = new ArrayList<Result>(MOST);
        some.add(first);
        gather();
        results.drainTo(some, MOST - 1);
        if (!stored(some)) {
            for (var each : some) {
                stored(List.of(each));
            }
        }
        done.accept(some);
    }

    private void gather() throws InterruptedException {
        for (var waited = 0; waited < GATHER_MILLIS && results.size() < ENOUGH; waited += LOOK_MILLIS) {
            if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** What cannot be written is left: its lease ends, and it is sent once more with the same id and bytes. */
    private boolean stored(List<Result> some) throws InterruptedException {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            try {
                batch.store(some).forEach(resting);
                return true;
            } catch (RuntimeException e) {
                if (!DatabaseFailures.isInDoubt(e) && !DatabaseFailures.isPassing(e)) {
                    // one poisonous result must not end this thread, on which every other depends
                    log.error("{} results of deliveries could not be stored", some.size(), e);
                    return false;
                }
                log.warn("{} results of deliveries wait for the database: {}", some.size(), e.getMessage());
                if (stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }
}
