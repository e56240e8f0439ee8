package io.gatehouse.outbound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A canary on every address of this machine … */
class SsrfTests {

    private static final String PUBLIC = "192.0.1.1";
    private static final int LEAST = 300;

    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, List<String>> names = new HashMap<>();
    private ServerSocket canary;

    @BeforeEach
    void listen() throws IOException {
        canary = new ServerSocket(0, 500);
        var thread = new Thread(() -> {
            try {
                while (true) {
                    canary.accept().close();
                    connections.incrementAndGet();
                }
            } catch (IOException e) {
                // closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        canary.close();
    }

    private EndpointCaller caller(boolean loopbackAllowed) {
        return new EndpointCaller(
                new CheckedResolver(this::lookUp, loopbackAllowed, Clock.systemUTC()),
                new Limits(4, Duration.ofSeconds(2)),
                Duration.ofSeconds(1),
                TestTrust.trusting(),
                Clock.systemUTC());
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        var answers = names.getOrDefault(host, List.of(host));
        var addresses = new InetAddress[answers.size()];
        for (var i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(answers.get(i));
        }
        return addresses;
    }

    /** Everything that is tried: what is called, and what a reply must not have come from. */
    private Map<String, String> targets() throws IOException {
        var targets = new LinkedHashMap<String, String>();
        for (var line : lines("hosts.csv")) {
            var columns = line.split("\\|");
            names.put(bare(columns[0]), List.of(columns[1]));
            targets.put(columns[0], columns[1]);
        }
        for (var line : lines("addresses.csv")) {
            var address = line.substring(0, line.lastIndexOf(','));
            if (AddressTable.kind(InetAddress.getByName(address)) == AddressKind.PUBLIC) {
                continue; // one that Java turns into the public address inside
            }
            targets.put(address.contains(":") ? "[" + address + "]" : address, address);
            named("only", List.of(address), targets);
            named("beside", List.of(PUBLIC, address), targets);
        }
        return targets;
    }

    private void named(String prefix, List<String> answers, Map<String, String> targets) {
        var name = "%s-%d.example".formatted(prefix, names.size());
        names.put(name, answers);
        targets.put(name, answers.toString());
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static List<String> lines(String file) throws IOException {
        var resource = Objects.requireNonNull(SsrfTests.class.getResourceAsStream("/outbound/" + file));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(it -> !it.isBlank()).toList();
        }
    }

    /** @return how many of them are URLs at all, and so were called */
    private int callAll(Map<String, String> targets, boolean loopbackAllowed) throws Exception {
        var called = 0;
        try (var caller = caller(loopbackAllowed)) {
            for (var target : targets.entrySet()) {
                var uri = url(target.getKey());
                if (uri == null || uri.getHost() == null) {
                    continue;
                }
                called++;
                var reply = caller.call(Call.get(new EndpointUrl(uri), Map.of(), 1000))
                        .get(5, TimeUnit.SECONDS);
                if (!loopbackAllowed) {
                    assertThat(reply.failure())
                            .as("%s, which is %s", uri, target.getValue())
                            .isNotNull();
                    assertThat(reply.failure().obstacle())
                            .as("%s, which is %s", uri, target.getValue())
                            .isEqualTo(Obstacle.ADDRESS_REFUSED);
                    assertThat(reply.address()).isNull();
                }
            }
        }
        return called;
    }

    private URI url(String host) {
        try {
            return new URI("http://%s:%d/".formatted(host, canary.getLocalPort()));
        } catch (URISyntaxException e) {
            return null; // nothing that could have been saved
        }
    }

    @Test
    void isReachedByNoneOfMoreThanThreeHundredAddressesAndSpellings() throws Exception {
        var targets = targets();

        var called = callAll(targets, false);

        assertThat(called).isGreaterThan(LEAST);
        assertThat(connections).hasValue(0);
    }

    @Test
    void wouldBeReachedByThoseOfThisMachineIfTheyWereAllowed() throws Exception {
        var ofThisMachine = targets();
        ofThisMachine.values().removeIf(it -> !it.startsWith("127."));

        callAll(ofThisMachine, true);

        await().untilAsserted(() -> assertThat(connections).hasValueGreaterThan(10));
    }

    @Test
    void isReachedByNoRedirect() throws Exception {
        var locations = List.of("http://127.0.0.1:%d/", "http://localhost:%d/", "http://[::1]:%d/", "//127.0.0.1:%d/");
        var statuses = List.of("300 A", "301 B", "302 C", "303 D", "305 E", "307 F", "308 G");
        try (var server = new RawServer(RawServer.SUCCESS);
                var caller = caller(true)) {
            for (var status : statuses) {
                for (var location : locations) {
                    var header = "Location: " + location.formatted(canary.getLocalPort()) + "\r\n";
                    server.behave((request, out, socket) -> RawServer.status(out, status, header, ""));

                    var reply = caller.call(Call.get(EndpointUrl.stored(server.url()), Map.of(), 1000))
                            .get(5, TimeUnit.SECONDS);

                    assertThat(reply.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                }
            }
        }
        assertThat(connections).hasValue(0);
    }
}
