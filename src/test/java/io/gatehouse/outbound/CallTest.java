package io.gatehouse.outbound;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;

import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;

/** A server that does as it is told, and calls of it. */
abstract class CallTest {

    static final String JSON = "application/json; charset=utf-8";
    static final Duration ATTEMPT = Duration.ofSeconds(1);

    final RawServer server = new RawServer(RawServer.SUCCESS);
    final EndpointCaller caller = lenient(InetAddress::getAllByName);

    /** As in the sandbox. */
    static EndpointCaller lenient(NameLookup names) {
        return caller(names, true);
    }

    static EndpointCaller strict(NameLookup names) {
        return caller(names, false);
    }

    private static EndpointCaller caller(NameLookup names, boolean loopbackAllowed) {
        return new EndpointCaller(
                new CheckedResolver(names, loopbackAllowed, Clock.systemUTC()),
                new Limits(64, ATTEMPT),
                Duration.ofMillis(500),
                TestTrust.trusting(),
                Clock.systemUTC());
    }

    @AfterEach
    void close() {
        caller.close();
        server.close();
    }

    static Call post(EndpointUrl url) {
        return Call.post(url, Map.of(), JSON, new byte[] {1});
    }

    Reply call(String url) throws Exception {
        return call(caller, url);
    }

    static Reply call(EndpointCaller caller, String url) throws Exception {
        var body = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        return caller.call(Call.post(EndpointUrl.parse("url", url, true), Map.of("webhook-id", "msg_1"), JSON, body))
                .get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
    }
}
