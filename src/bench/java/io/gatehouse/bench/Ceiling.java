package io.gatehouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * What one could write by hand and nothing more: a table of order ids, leased by {@code for update skip locked} in
 * batches, sent without a thread for each, removed in batches. No retries to speak of, no log, no history.
 */
public final class Ceiling implements Peer {

    private static final int BATCH = 500;
    private static final int UNDER_WAY = 256;
    private static final long POLL_NANOS = 10_000_000;

    private static final String LEASE = """
            with due as (
                select order_id from outbox where next_at <= now() order by order_id limit ? for update skip locked)
            update outbox o set next_at = now() + interval '60 s', attempts = attempts + 1
            from due where o.order_id = due.order_id returning o.order_id
            """;

    private final BlockingQueue<Long> acknowledged = new LinkedBlockingQueue<>();
    private final Semaphore underWay = new Semaphore(UNDER_WAY);
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Tools given;
    private volatile boolean running;

    private Tools tools() {
        if (given == null) {
            throw new IllegalStateException("Not prepared");
        }
        return given;
    }

    @Override
    public void prepare(Tools tools) {
        given = tools;
        tools.jdbc().execute("""
                create table outbox (
                    order_id bigint primary key, next_at timestamptz not null, attempts int not null default 0)
                with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000)
                """);
    }

    @Override
    public void enqueue(PaidOrder order) {
        tools().jdbc().update("insert into outbox (order_id, next_at) values (?, now())", order.id());
    }

    @Override
    public void start() {
        running = true;
        threads.add(new Thread(this::send, "outbox-sender"));
        threads.add(new Thread(this::complete, "outbox-completer"));
        threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public String waiting() {
        return "select count(*) from outbox";
    }

    private void send() {
        while (running) {
            var leased = tools().transaction().execute(status -> {
                var ids = tools().jdbc().queryForList(LEASE, Long.class, BATCH);
                return ids.isEmpty() ? List.<PaidOrder>of() : tools().orders().get(ids);
            });
            if (leased == null || leased.isEmpty()) {
                LockSupport.parkNanos(POLL_NANOS);
                continue;
            }
            for (var order : leased) {
                underWay.acquireUninterruptibly();
                tools().servers().begin(order).whenComplete((success, failure) -> {
                    underWay.release();
                    if (Boolean.TRUE.equals(success)) {
                        acknowledged.add(order.id());
                    }
                });
            }
        }
    }

    private void complete() {
        try {
            while (running || !acknowledged.isEmpty() || underWay.availablePermits() < UNDER_WAY) {
                var first = acknowledged.poll(5, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var ids = new ArrayList<>(List.of(first));
                    acknowledged.drainTo(ids, BATCH - 1);
                    ids.sort(null);
                    tools().transaction().executeWithoutResult(status -> delivered(ids));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delivered(List<Long> ids) {
        tools().jdbc().update("delete from outbox where order_id = any(?)", (Object) ids.toArray(Long[]::new));
        tools().orders().delivered(ids);
    }
}
