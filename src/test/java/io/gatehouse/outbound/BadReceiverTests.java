package io.gatehouse.outbound;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.gatehouse.Misbehaviour;
import io.gatehouse.RawServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A call … */
class BadReceiverTests {

    private static final int SHORT_REPLY = 64 * 1024;

    private static final Map<Misbehaviour, RawServer> SERVERS = new EnumMap<>(Misbehaviour.class);
    private static final Map<Misbehaviour, CompletableFuture<Reply>> REPLIES = new EnumMap<>(Misbehaviour.class);
    private static final EndpointCaller CALLER = CallTest.lenient(InetAddress::getAllByName);

    /** All at once: most of them take as long as a call may. */
    @BeforeAll
    static void callAll() {
        for (var behaviour : Misbehaviour.values()) {
            var server = new RawServer(behaviour);
            SERVERS.put(behaviour, server);
            REPLIES.put(behaviour, CALLER.call(CallTest.post(EndpointUrl.parse("url", server.url(), true))));
        }
    }

    @AfterAll
    static void close() {
        CALLER.close();
        SERVERS.values().forEach(RawServer::close);
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

        var reply = REPLIES.get(behaviour).get(10, TimeUnit.SECONDS);

        assertThat(reply.took()).isLessThan(CallTest.ATTEMPT.plusMillis(700));
        assertThat(reply.body().length).isLessThanOrEqualTo(SHORT_REPLY);
        assertThat(reply.kept().length()).isLessThanOrEqualTo(4096);
        assertThat(reply.failure()).isNotNull();
        if (obstacle != null) {
            assertThat(reply.failure().obstacle()).isEqualTo(obstacle);
        }
    }

    @Test
    void endsInTimeWithAReceiverThatNeverReads() throws Exception {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            deaf.setReceiveBufferSize(1024);
            var url = EndpointUrl.parse("url", "http://127.0.0.1:%d/".formatted(deaf.getLocalPort()), true);

            var reply = CALLER.call(Call.post(url, Map.of(), CallTest.JSON, new byte[20_000_000]))
                    .get(5, TimeUnit.SECONDS);

            assertThat(reply.failure().obstacle()).isEqualTo(Obstacle.TIMEOUT);
        }
    }
}
