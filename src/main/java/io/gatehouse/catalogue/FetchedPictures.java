package io.gatehouse.catalogue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.outbound.Reply;

/**
 * The pictures that the rows of one workbook name by address: some are fetched at once, ahead of their rows. A workbook
 * may name so many of them only, and a host that stays silent is not asked for all of them.
 */
final class FetchedPictures {

    static final int AT_ONCE = 8;

    private static final String FIELD = "picture";
    private static final int MOST = 10_000;
    private static final int PATIENCE = 5;

    private final PictureFetch fetch;
    private final long mostBytes;
    private final Map<String, CompletableFuture<Reply>> ahead = new HashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private int asked;

    /** @param mostBytes how large all of them may be together */
    FetchedPictures(PictureFetch fetch, long mostBytes) {
        this.fetch = fetch;
        this.mostBytes = mostBytes;
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
                underWay.forEach(CompletableFuture::join);
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
        var host = host(address);
        if (failures.getOrDefault(host, 0) >= PATIENCE) {
            throw new InvalidValue(FIELD, "picture.fetch.given-up", host, PATIENCE);
        }
        var reply = fetch.begin(address).thenApply(it -> noted(host, it));
        asked++;
        return reply;
    }

    private Reply noted(String host, Reply reply) {
        if (reply.failure() != null) {
            failures.merge(host, 1, Integer::sum);
        } else {
            failures.remove(host);
            bytes.addAndGet(reply.body().length);
        }
        return reply;
    }

    /** @throws InvalidValue at field {@code picture}, saying why there is none */
    byte[] of(String address) {
        var known = ahead.get(address);
        return PictureFetch.content(address, (known == null ? begin(address) : known).join());
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
