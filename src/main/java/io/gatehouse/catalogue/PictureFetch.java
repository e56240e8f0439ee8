package io.gatehouse.catalogue;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.outbound.Call;
import io.gatehouse.outbound.EndpointCaller;
import io.gatehouse.outbound.Limits;
import io.gatehouse.outbound.Outbound;
import io.gatehouse.outbound.Reply;

/**
 * Fetches the pictures that a workbook or a server names by https addresses. Whether one is a picture at all, its reader
 * says from its content.
 */
@Component
class PictureFetch implements DisposableBean {

    private static final String FIELD = "picture";
    private static final Limits LIMITS = new Limits(32, Duration.ofSeconds(10));
    private static final Map<String, String> HEADERS = Map.of("accept", "image/png, image/jpeg");

    private final Outbound outbound;
    private final EndpointCaller caller;

    PictureFetch(Outbound outbound) {
        this.outbound = outbound;
        this.caller = outbound.caller(LIMITS);
    }

    /** @throws InvalidValue at field {@code picture}, saying why nothing could be fetched */
    byte[] fetch(String address) {
        return content(address, begin(address).join());
    }

    /**
     * Begins to fetch one.
     *
     * @throws InvalidValue at field {@code picture} if nobody would be asked for it
     */
    CompletableFuture<Reply> begin(String address) {
        var url = outbound.url(FIELD, address);
        if (!url.isEncrypted()) {
            throw new InvalidValue(FIELD, "picture.no-https", address);
        }
        return caller.call(Call.get(url, HEADERS, Picture.LARGEST));
    }

    /** The picture in a reply, or the reason why there is none. */
    static byte[] content(String address, Reply reply) {
        var failure = reply.failure();
        if (failure != null) {
            var obstacle = failure.obstacle().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw new InvalidValue(FIELD, "picture.fetch." + obstacle, address, failure.detail());
        }
        if (reply.status() >= 300 && reply.status() < 400) {
            throw new InvalidValue(FIELD, "picture.fetch.redirect", address, reply.status());
        }
        if (reply.status() != 200) {
            throw new InvalidValue(FIELD, "picture.fetch.status", address, reply.status());
        }
        return reply.body();
    }

    @Override
    public void destroy() {
        caller.close();
    }
}
