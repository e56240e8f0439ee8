package io.gatehouse.outbound;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call … */
class EndpointCallerTests extends CallTest {

    @Test
    void sendsTheBytesAndTellsWhatCameBack() throws Exception {

        var reply = call(server.url());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.kept()).contains("returnCode");
        assertThat(reply.address()).isEqualTo("127.0.0.1");
        assertThat(reply.failure()).isNull();
        var request = server.requests().get(0);
        assertThat(request.head()).startsWith("POST /gh/deliver HTTP/1.1");
        assertThat(request.header("content-type")).isEqualToIgnoringCase("application/json; charset=utf-8");
        assertThat(request.header("webhook-id")).isEqualTo("msg_1");
        assertThat(request.header("host")).isEqualTo("127.0.0.1:" + server.port());
        assertThat(request.header("accept-encoding")).isEmpty();
        assertThat(request.header("expect")).isEmpty();
        assertThat(request.body()).isEqualTo("{\"a\":\"é\"}");
    }

    @Test
    void tellsWhereItsTimeWent() throws Exception {
        server.behave((request, out, socket) -> {
            pause(120);
            RawServer.SUCCESS.answer(request, out, socket);
        });

        var first = call(server.url());

        assertThat(first.timings().name()).isNotNull();
        assertThat(first.timings().connect()).isNotNull();
        assertThat(first.timings().tls()).isNull();
        assertThat(first.timings().answer()).isBetween(100, (int) first.took().toMillis());
    }

    @Test
    void takesNoTimeToConnectWhenAConnectionIsOpenStill() throws Exception {
        call(server.url());

        await().until(() -> call(server.url()).timings().connect() == null);

        assertThat(server.connections()).isLessThan(server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300 Choices",
                "301 Moved",
                "302 Found",
                "303 See Other",
                "305 Use Proxy",
                "307 Temporary",
                "308 Permanent"
            })
    void neverFollowsARedirect(String status) throws Exception {
        try (var canary = new RawServer(RawServer.SUCCESS)) {
            server.behave((request, out, socket) -> RawServer.status(
                    out, status, "Location: %1$s\r\nRefresh: 0; url=%1$s\r\n".formatted(canary.url()), ""));

            var reply = call(server.url());

            assertThat(reply.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void neverAnswersAChallenge() throws Exception {
        server.behave((request, out, socket) -> RawServer.status(
                out, "401 Unauthorized", "WWW-Authenticate: Basic realm=x\r\nSet-Cookie: a=b\r\n", ""));

        call(server.url());
        call(server.url());

        assertThat(server.requests()).hasSize(2).allSatisfy(it -> {
            assertThat(it.header("authorization")).isEmpty();
            assertThat(it.header("cookie")).isEmpty();
        });
    }

    @Test
    void neverInflatesAReply() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10_000_000]);
        }
        server.behave((request, out, socket) -> {
            RawServer.write(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n".formatted(bomb.size()));
            out.write(bomb.toByteArray());
            out.flush();
        });

        var reply = call(server.url());

        assertThat(reply.body()).isEqualTo(bomb.toByteArray());
    }

    @Test
    void isNotRepeatedByItself() throws Exception {
        server.behave((request, out, socket) -> socket.close());

        call(server.url());

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void keepsNoProxyOfTheEnvironment() throws Exception {
        try (var proxy = new RawServer(RawServer.SUCCESS)) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            try (var fresh = lenient(InetAddress::getAllByName)) {
                call(fresh, server.url());
            } finally {
                System.clearProperty("http.proxyHost");
                System.clearProperty("http.proxyPort");
                System.clearProperty("http.nonProxyHosts");
            }

            assertThat(proxy.connections()).isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void toAClosedPortIsRefusedConnection() throws Exception {
        var url = server.url();
        server.close();

        var reply = call(url);

        assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.CONNECTION_REFUSED);
        assertThat(reply.address()).isEqualTo("127.0.0.1");
    }

    private static void pause(int millis) throws InterruptedException {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
