package io.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.outbound.Reply;

/** The pictures that the rows of one workbook name by address: some are fetched at once, ahead of their rows. */
final class FetchedPictures {

    private static final int AT_ONCE = 8;

    private final PictureFetch fetch;
    private final Map<String, CompletableFuture<Reply>> ahead = new HashMap<>();

    FetchedPictures(PictureFetch fetch) {
        this.fetch = fetch;
    }

    /** Fetches those of the rows that come next; those of the rows before are forgotten. */
    void fetchAhead(Collection<String> addresses) {
        ahead.clear();
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
            var reply = fetch.begin(address);
            ahead.put(address, reply);
            underWay.add(reply);
        } catch (InvalidValue e) {
            // it is told to the row that asks for it
        }
    }

    /** @throws InvalidValue at field {@code picture}, saying why there is none */
    byte[] of(String address) {
        var reply = ahead.get(address);
        return reply == null ? fetch.fetch(address) : PictureFetch.content(address, reply.join());
    }
}
