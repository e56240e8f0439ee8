package io.gatehouse.outbound;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;

import static org.assertj.core.api.Assertions.assertThat;

/** A call over TLS … */
class SecureCallTests extends CallTest {

    @Test
    void toAServerWithATrustedCertificateIsAnsweredAndTellsHowLongTheHandshakeTook() throws Exception {
        try (var secure = new RawServer(RawServer.SUCCESS, TestTrust.server("127.0.0.1"))) {

            var reply = call(secure.url());

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.timings().tls()).isNotNull();
        }
    }

    static Stream<Arguments> badCertificates() {
        return Stream.of(
                Arguments.of("of an unknown authority", TestTrust.unknown("127.0.0.1")),
                Arguments.of("that has expired", TestTrust.expired("127.0.0.1")),
                Arguments.of("for another host", TestTrust.server("pay.lanterndrift.example")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCertificates")
    void isNotAnsweredByACertificate(String what, SSLContext identity) throws Exception {
        try (var imposter = new RawServer(RawServer.SUCCESS, identity)) {

            var reply = call(imposter.url());

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.TLS);
            assertThat(reply.failure().detail()).isNotBlank();
            assertThat(imposter.requests()).isEmpty();
        }
    }

    @Test
    void toAPlainServerNamesTls() throws Exception {
        var reply = call(server.url().replace("http:", "https:"));

        assertThat(reply.failure().obstacle()).isIn(Obstacle.TLS, Obstacle.TIMEOUT);
    }

    @Test
    void endsInTimeWithAReceiverThatStallsTheHandshake() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var reply = call("https://127.0.0.1:%d/".formatted(silent.getLocalPort()));

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.TLS);
            assertThat(reply.took()).isLessThan(ATTEMPT.plusMillis(700));
            assertThat(reply.timings().connect()).isNotNull();
            assertThat(reply.timings().tls()).isNull();
        }
    }
}
