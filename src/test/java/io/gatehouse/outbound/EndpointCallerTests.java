package io.gatehouse.outbound;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.Misbehaviour;
import io.gatehouse.MovableClock;
import io.gatehouse.RawServer;
import io.gatehouse.TestTrust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call … */
class EndpointCallerTests {

    private static final String JSON = "application/json; charset=utf-8";

    private static final int SHORT_REPLY = 64 * 1024;
    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    private final RawServer server = new RawServer(RawServer.SUCCESS);
    private final EndpointCaller caller = lenient(InetAddress::getAllByName);

    /** As in the sandbox. */
    private static EndpointCaller lenient(NameLookup names) {
        return caller(names, true);
    }

    private static EndpointCaller strict(NameLookup names) {
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

    static Stream<Arguments> badReceivers() {
        return Stream.of(
                bad(Misbehaviour.HANGS, Obstacle.TIMEOUT),
                bad(Misbehaviour.DRIPS_ITS_HEADERS, Obstacle.TIMEOUT),
                bad(Misbehaviour.DRIPS_ITS_BODY, Obstacle.TIMEOUT),
                bad(Misbehaviour.CONTINUES_FOR_EVER, null),
                bad(Misbehaviour.HINTS_FOR_EVER, null),
                bad(Misbehaviour.SENDS_CHUNKS_FOR_EVER, Obstacle.REPLY_TOO_LONG),
                bad(Misbehaviour.ANNOUNCES_TEN_GIGABYTES, Obstacle.REPLY_TOO_LONG),
                bad(Misbehaviour.SENDS_HEADERS_FOR_EVER, Obstacle.NOT_HTTP),
                bad(Misbehaviour.HAS_A_STATUS_LINE_WITHOUT_END, Obstacle.NOT_HTTP),
                bad(Misbehaviour.HANGS_UP, Obstacle.CONNECTION_BROKEN),
                bad(Misbehaviour.RESETS, Obstacle.CONNECTION_BROKEN),
                bad(Misbehaviour.HANGS_UP_IN_ITS_BODY, Obstacle.CONNECTION_BROKEN),
                bad(Misbehaviour.SPEAKS_SSH, null),
                bad(Misbehaviour.ANNOUNCES_MORE_THAN_IT_SENDS, Obstacle.TIMEOUT),
                bad(Misbehaviour.ANNOUNCES_LESS_THAN_NOTHING, null),
                bad(Misbehaviour.ANNOUNCES_A_LENGTH_THAT_IS_NONE, null),
                bad(Misbehaviour.SENDS_CHUNKS_OF_NO_SIZE, null),
                bad(Misbehaviour.INFLATES_TO_A_GIGABYTE, Obstacle.REPLY_TOO_LONG),
                bad(Misbehaviour.SWITCHES_THE_PROTOCOL, null));
    }

    private static Arguments bad(Misbehaviour behaviour, Obstacle obstacle) {
        return Arguments.of(behaviour, obstacle);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badReceivers")
    void endsInTimeWithAReceiverThat(Misbehaviour behaviour, Obstacle obstacle) throws Exception {
        server.behave(behaviour);

        var reply = call(server.url());

        assertThat(reply.took()).isLessThan(ATTEMPT.plusMillis(700));
        assertThat(reply.body().length).isLessThanOrEqualTo(SHORT_REPLY);
        assertThat(reply.kept().length()).isLessThanOrEqualTo(4096);
        assertThat(reply.failure()).isNotNull();
        if (obstacle != null) {
            assertThat(reply.failure().obstacle()).isEqualTo(obstacle);
        }
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
    void endsInTimeWithAReceiverThatNeverReads() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setReceiveBufferSize(1024);
            var url = EndpointUrl.parse("url", "http://127.0.0.1:%d/".formatted(deaf.getLocalPort()), true);

            var reply = caller.call(Call.post(url, Map.of(), JSON, new byte[20_000_000]))
                    .get(5, TimeUnit.SECONDS);

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.TIMEOUT);
        }
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

    @Test
    void isNotResolvedIfTheNameServerDoesNotAnswerInTime() throws Exception {
        var answer = new CountDownLatch(1);
        NameLookup names = host -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return InetAddress.getAllByName("127.0.0.1");
        };
        try (var held = lenient(names)) {

            var reply = held.call(post(new EndpointUrl(URI.create("http://slow.example/"))))
                    .get(5, TimeUnit.SECONDS);

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.NAME_NOT_RESOLVED);
            assertThat(reply.address()).isNull();
            answer.countDown();
        }
    }

    @Test
    void isNotHeldUpByTheNameServerOfAnother() throws Exception {
        var answer = new CountDownLatch(1);
        var asked = new AtomicInteger();
        NameLookup names = host -> {
            if (host.startsWith("slow")) {
                asked.incrementAndGet();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return InetAddress.getAllByName("127.0.0.1");
        };
        try (var shared = lenient(names)) {
            for (var i = 0; i < 200; i++) {
                shared.call(post(new EndpointUrl(URI.create("http://slow-%d.example/".formatted(i % 20)))));
            }

            var url = new EndpointUrl(URI.create("http://quick.example:%d/".formatted(server.port())));
            var reply = shared.call(post(url)).get(5, TimeUnit.SECONDS);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(asked.get()).isLessThanOrEqualTo(20);
            answer.countDown();
        }
    }

    @Test
    void looksAtTheNameAnewOnceWhatItKnewIsOld() throws Exception {
        var answers = new ArrayList<>(List.of("127.0.0.1", "10.0.0.1"));
        var clock = new MovableClock();
        try (var rebound = new EndpointCaller(
                new CheckedResolver(host -> InetAddress.getAllByName(answers.remove(0)), true, clock),
                new Limits(4, ATTEMPT),
                ATTEMPT,
                TestTrust.trusting(),
                clock)) {
            var url = new EndpointUrl(URI.create("http://rebind.example:%d/".formatted(server.port())));
            assertThat(rebound.call(post(url)).get(5, TimeUnit.SECONDS).status())
                    .isEqualTo(200);

            clock.advance(Duration.ofSeconds(6));
            var reply = rebound.call(post(url)).get(5, TimeUnit.SECONDS);

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.ADDRESS_REFUSED);
            assertThat(server.requests()).hasSize(1);
        }
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

    @Test
    void toAPlainServerOverTlsNamesTls() throws Exception {
        var reply = call(server.url().replace("http:", "https:"));

        assertThat(reply.failure().obstacle()).isIn(Obstacle.TLS, Obstacle.TIMEOUT);
    }

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
    void toAnUnknownNameNamesIt() throws Exception {
        try (var lost = lenient(host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(call(lost, "http://nowhere.example/").failure().obstacle())
                    .isEqualTo(Obstacle.NAME_NOT_RESOLVED);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/outbound/addresses.csv", numLinesToSkip = 1)
    void isNeverMadeToAnAddressOfTheTableEvenBesideAPublicOne(String address, String kind) throws Exception {
        var forbidden = InetAddress.getByName(address);
        try (var guarded = strict(host -> new InetAddress[] {InetAddress.getByName("192.0.1.1"), forbidden})) {
            var reply = call(guarded, "http://rebind.example:" + 80 + "/");

            if (address.contains(":") && forbidden.getAddress().length == 4 && address.endsWith("8.8.8.8")) {
                return; // Java hands out the public address inside: that one is connected to
            }
            assertThat(reply.failure()).isNotNull();
            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.ADDRESS_REFUSED);
            assertThat(reply.address()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[0:0:0:0:0:ffff:7f00:1]",
                "[::127.0.0.1]",
                "127.0.0.2",
                "0.0.0.0",
                "[::]"
            })
    void reachesNoCanaryOnThisMachineByAnySpelling(String host) throws Exception {
        try (var guarded = strict(InetAddress::getAllByName)) {
            var url = new EndpointUrl(URI.create("http://%s:%d/".formatted(host, server.port())));
            var reply = guarded.call(post(url)).get(5, TimeUnit.SECONDS);

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.ADDRESS_REFUSED);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void connectsToTheAddressThatWasCheckedWhateverTheNameSaysNext() throws Exception {
        var answers = new ArrayList<>(List.of("127.0.0.1", "10.0.0.1"));
        var asked = new ArrayList<String>();
        try (var rebound = lenient(host -> {
            asked.add(host);
            return InetAddress.getAllByName(answers.remove(0));
        })) {
            var url = new EndpointUrl(URI.create("http://rebind.example:%d/".formatted(server.port())));
            var reply = rebound.call(post(url)).get(5, TimeUnit.SECONDS);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(asked).hasSize(1);
        }
    }

    private static Call post(EndpointUrl url) {
        return Call.post(url, Map.of(), JSON, new byte[] {1});
    }

    private Reply call(String url) throws Exception {
        return call(caller, url);
    }

    private static Reply call(EndpointCaller caller, String url) throws Exception {
        var body = "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8);
        return caller.call(Call.post(EndpointUrl.parse("url", url, true), Map.of("webhook-id", "msg_1"), JSON, body))
                .get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void pause(int millis) throws InterruptedException {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
