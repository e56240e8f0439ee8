package io.gatehouse.catalogue;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.outbound.Reply;

/**
 * The pictures that the rows of one workbook name by address: some are fetched at once, ahead of their rows. A workbook
 * may name so many of them only and keep the others waiting for so long, and a host that stays silent is not asked for
 * all of them.
 */
final class FetchedPictures {

    static final int AT_ONCE = 8;

    private static final String FIELD = "picture";
    private static final int MOST = 10_000;
    private static final int PATIENCE = 5;
    private static final int MOST_FAILURES = 200;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Function<String, CompletableFuture<Reply>> fetch;
    private final long mostBytes;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Reply>> ahead = new HashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicInteger allFailures = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private Duration waited = Duration.ZERO;
    private int asked;

    /**
     * @param fetch as {@link PictureFetch#begin}
     * @param mostBytes how large all of them may be together
     */
    FetchedPictures(Function<String, CompletableFuture<Reply>> fetch, long mostBytes, InstantSource clock) {
        this.fetch = fetch;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** Fetches those of the rows that come next; what only the rows before have named is forgotten. */
    void fetchAhead(Collection<String> addresses) {
        ahead.keySet().retainAll(addresses);
        var underWay = new ArrayList<CompletableFuture<Reply>>();
        for (var address : addresses) {
            if (!ahead.containsKey(address)) {
                begin(address, underWay);
            }
            if (underWay.size() == AT_ONCE) {
                waitFor(underWay);
                underWay.clear();
            }
        }
    }

    private void begin(String address, Collection<CompletableFuture<Reply>> underWay) {
        try {
            var reply = begin(address);
            ahead.put(address, reply);
            underWay.add(reply);
        } catch (InvalidValue e) {
            // it is told to the row that asks for it
        }
    }

    private CompletableFuture<Reply> begin(String address) {
        if (asked >= MOST || bytes.get() > mostBytes) {
            throw new InvalidValue(FIELD, "picture.fetch.too-many", MOST, mostBytes >> 20);
        }
        if (waited.compareTo(LONGEST) > 0) {
            throw new InvalidValue(FIELD, "picture.fetch.too-slow", LONGEST.toMinutes());
        }
        if (allFailures.get() >= MOST_FAILURES) {
            throw new InvalidValue(FIELD, "picture.fetch.too-many-failed", MOST_FAILURES);
        }
        var host = host(address);
        if (failures.getOrDefault(host, 0) >= PATIENCE) {
            throw new InvalidValue(FIELD, "picture.fetch.given-up", host, PATIENCE);
        }
        var reply = fetch.apply(address).thenApply(it -> noted(host, it));
        asked++;
        return reply;
    }

    private Reply noted(String host, Reply reply) {
        if (reply.failure() != null) {
            failures.merge(host, 1, Integer::sum);
            allFailures.incrementAndGet();
        } else {
            failures.remove(host);
            bytes.addAndGet(reply.body().length);
        }
        return reply;
    }

    /** @throws InvalidValue at field {@code picture}, saying why there is none */
    byte[] of(String address) {
        var known = ahead.get(address);
        var reply = known == null ? begin(address) : known;
        waitFor(List.of(reply));
        return PictureFetch.content(address, reply.join());
    }

    private void waitFor(Collection<CompletableFuture<Reply>> underWay) {
        var began = clock.instant();
        underWay.forEach(CompletableFuture::join);
        waited = waited.plus(Duration.between(began, clock.instant()));
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            // it is refused for what it is when it is fetched
            return address;
        }
    }
}
