package io.gatehouse.conformance;

import java.util.concurrent.CompletableFuture;

import io.gatehouse.core.AppId;
import io.gatehouse.delivery.TestCall;
import io.gatehouse.delivery.TestEndpoint;

/** The server of a game, at its Test URL. Every call ends within an attempt's time, whatever the server does. */
class Receiver {

    private final TestEndpoint endpoint;
    private final AppId game;
    private final String url;

    Receiver(TestEndpoint endpoint, AppId game, String url) {
        this.endpoint = endpoint;
        this.game = game;
        this.url = url;
    }

    Exchange send(String label, Message message) {
        return begin(label, message.call()).join();
    }

    Exchange send(String label, TestCall call) {
        return begin(label, call).join();
    }

    CompletableFuture<Exchange> begin(String label, TestCall call) {
        var request = Masked.request(url, call);
        return endpoint.call(game, call).thenApply(reply -> new Exchange(label, request, reply));
    }
}
