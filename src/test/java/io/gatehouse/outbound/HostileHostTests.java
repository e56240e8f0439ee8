package io.gatehouse.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;
import io.gatehouse.core.InvalidValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A host that leads to where nobody may be sent, however it is spelt … What a spelling means is what the laxest resolver
 * makes of it: octal and hexadecimal numbers, one number for four, other alphabets' digits.
 */
class HostileHostTests {

    private static final RawServer CANARY = new RawServer(RawServer.SUCCESS);
    private static volatile String meaning = "";

    private static final CheckedResolver RESOLVER =
            new CheckedResolver(host -> new InetAddress[] {InetAddress.getByName(meaning)}, false, Clock.systemUTC());

    private static EndpointCaller caller;

    @BeforeAll
    static void open() {
        caller = new EndpointCaller(
                RESOLVER,
                new Limits(4, Duration.ofSeconds(2)),
                Duration.ofSeconds(1),
                TestTrust.trusting(),
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        caller.close();
        CANARY.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/outbound/hosts.csv", delimiter = '|', numLinesToSkip = 1)
    void isRefusedWhenItIsTyped(String host, String means, String refusal) {
        meaning = means;
        var outbound = new Outbound(
                RESOLVER, new OutboundSettings(false, Duration.ofSeconds(1)), TestTrust.trusting(), Clock.systemUTC());

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> outbound.requirePublic("url", outbound.url("url", "http://%s/".formatted(host))))
                .satisfies(it -> assertThat(it.code()).isEqualTo(refusal));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/outbound/hosts.csv", delimiter = '|', numLinesToSkip = 1)
    void isNotConnectedToEvenIfItWasSavedOnce(String host, String means) throws Exception {
        meaning = means;
        URI uri;
        try {
            uri = new URI("http://%s:%d/".formatted(host, CANARY.port()));
        } catch (URISyntaxException e) {
            return; // nothing that could have been saved
        }
        if (uri.getHost() == null) {
            return;
        }

        var reply = caller.call(Call.get(new EndpointUrl(uri), Map.of(), 1000)).get(5, TimeUnit.SECONDS);

        assertThat(reply.failure()).isNotNull();
        assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.ADDRESS_REFUSED);
        assertThat(reply.address()).isNull();
        assertThat(CANARY.connections()).isZero();
    }

    @Test
    void isReachableAtAllInThisTest() throws Exception {
        try (var lenient = new EndpointCaller(
                        new CheckedResolver(InetAddress::getAllByName, true, Clock.systemUTC()),
                        new Limits(4, Duration.ofSeconds(2)),
                        Duration.ofSeconds(1),
                        TestTrust.trusting(),
                        Clock.systemUTC());
                var server = new RawServer(RawServer.SUCCESS)) {
            var url = EndpointUrl.parse("url", server.url(), true);

            lenient.call(Call.get(url, Map.of(), 1000)).get(5, TimeUnit.SECONDS);

            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
