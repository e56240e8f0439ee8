package io.gatehouse.core;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does what waits in the background, one thing after another on each instance of the application. What waits, and whose
 * instance has died over it, its owner reads from the database.
 */
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Runnable everything;
    private final ExecutorService thread;

    /** @param everything does all that waits, and returns when nothing does */
    public Worker(String name, Runnable everything) {
        this.everything = everything;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** There is something to do, once the transaction at hand is committed. */
    public void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** There may be something to do. */
    public void wake() {
        thread.execute(this::doEverything);
    }

    private void doEverything() {
        try {
            everything.run();
        } catch (RuntimeException e) {
            // the database may be away; what waits now is found when somebody wakes this the next time
            LOG.warn("What waits in the background could not be done", e);
        }
    }

    /** Returns when what waits now has been done. */
    public void finish() {
        try {
            thread.submit(everything).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
