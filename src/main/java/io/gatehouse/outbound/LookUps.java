package io.gatehouse.outbound;

import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has names looked up on threads of their own, each once however many calls wait for it: a slow name server holds up
 * nobody but those who call its names.
 */
class LookUps implements AutoCloseable {

    private static final int THREADS = 64;

    private final CheckedResolver resolver;
    private final ThreadPoolExecutor threads;
    private final Map<String, List<Runnable>> waiting = new HashMap<>();

    LookUps(CheckedResolver resolver, ThreadFactory factory) {
        this.resolver = resolver;
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Does something once it is known where a name leads, or that it leads nowhere. */
    void then(String host, Runnable next) {
        synchronized (waiting) {
            var others = waiting.get(host);
            if (others != null) {
                others.add(next);
                return;
            }
            waiting.put(host, new ArrayList<>(List.of(next)));
        }
        threads.execute(() -> lookUp(host));
    }

    private void lookUp(String host) {
        try {
            resolver.resolve(host);
        } catch (UnknownHostException e) {
            // the resolver remembers it for those who wait
        } finally {
            List<Runnable> together;
            synchronized (waiting) {
                together = waiting.remove(host);
            }
            together.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
