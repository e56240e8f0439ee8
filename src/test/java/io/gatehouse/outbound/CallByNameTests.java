package io.gatehouse.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.MovableClock;
import io.gatehouse.TestTrust;

import static org.assertj.core.api.Assertions.assertThat;

/** A call to a host by its name … */
class CallByNameTests extends CallTest {

    @Test
    void toAnUnknownNameNamesIt() throws Exception {
        try (var lost = lenient(host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(call(lost, "http://nowhere.example/").failure().obstacle())
                    .isEqualTo(Obstacle.NAME_NOT_RESOLVED);
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
}
