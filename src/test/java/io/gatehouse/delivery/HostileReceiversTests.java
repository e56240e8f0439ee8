package io.gatehouse.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.Misbehaviour;
import io.gatehouse.RawServer;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Receivers that hang, drip, lie and never end, each in its own way … */
class HostileReceiversTests extends DeliveryTest {

    private static final int ORDERS = 10;
    private static final int LONGEST_KEPT = 4096;

    @Autowired
    private DeliverySettings settings;

    private final List<RawServer> hostile = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    private void openHostileOnes() {
        var ways = Misbehaviour.values();
        for (var i = 0; i < ways.length; i += 2) {
            registerAGame();
            ready();
            var first = hostile(ways[i]);
            var second = hostile(ways[Math.min(i + 1, ways.length - 1)]);
            jdbc.update(
                    "update delivery_configuration set url = ?, test_url = ? where game = ?",
                    first,
                    second,
                    game.value());
            endpoints.add(new Endpoint(game, Env.LIVE));
            endpoints.add(new Endpoint(game, Env.SANDBOX));
        }
    }

    private String hostile(Misbehaviour way) {
        var receiver = new RawServer(way);
        hostile.add(receiver);
        return receiver.url();
    }

    private void payAtAllOfThem() {
        for (var endpoint : endpoints) {
            transaction.executeWithoutResult(status -> IntStream.range(0, ORDERS)
                    .forEach(it -> notifications.enqueue(order(newOrder(), endpoint.game(), endpoint.env()))));
        }
    }

    /** How long each of so many takes to its arrival at the server that behaves, one after the other. */
    private List<Duration> timesToTheGoodOne(AppId good, int count) throws InterruptedException {
        BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
        server.behave((request, out, socket) -> {
            arrivals.add(System.nanoTime());
            RawServer.SUCCESS.answer(request, out, socket);
        });
        var times = new ArrayList<Duration>();
        for (var i = 0; i < count; i++) {
            var begin = System.nanoTime();
            transaction.executeWithoutResult(status -> notifications.enqueue(order(newOrder(), good, Env.LIVE)));
            var arrival = arrivals.poll(10, TimeUnit.SECONDS);
            assertThat(arrival).as("arrival of the order %s", i).isNotNull();
            times.add(Duration.ofNanos(arrival - begin));
        }
        return times.stream().sorted().toList();
    }

    private long attempts(Endpoint endpoint) {
        return jdbc.queryForObject(
                "select count(*) from delivery_attempt where game = ? and env = ? and not mock",
                Long.class,
                endpoint.game().value(),
                endpoint.env().number());
    }

    @Test
    void holdUpNoOtherAndTakeNeitherTimeNorMemoryBeyondTheLimits() throws Exception {
        ready();
        var good = game;
        openHostileOnes();
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(20);

        payAtAllOfThem();
        var times = timesToTheGoodOne(good, 100);
        await().atMost(Duration.ofSeconds(60)).until(() -> endpoints.stream().allMatch(it -> attempts(it) > 0));
        hostile.forEach(RawServer::close);

        assertThat(times.get(94)).as("95th percentile").isLessThan(Duration.ofSeconds(1));
        for (var endpoint : endpoints) {
            var worst = jdbc.queryForMap(
                    """
                    select max(millis) as millis, max(length(reply)) as reply,
                           count(*) filter (where outcome = 'ACKNOWLEDGED') as acknowledged
                      from delivery_attempt where game = ? and env = ? and not mock
                    """, endpoint.game().value(), endpoint.env().number());
            assertThat((int) worst.get("millis")).as("%s", endpoint).isLessThan((int)
                    settings.attemptTimeout().plusSeconds(2).toMillis());
            assertThat((int) worst.get("reply")).as("%s", endpoint).isLessThanOrEqualTo(LONGEST_KEPT);
            assertThat((long) worst.get("acknowledged")).as("%s", endpoint).isZero();
            jdbc.update(
                    "delete from notification_outbox where game = ?",
                    endpoint.game().value());
        }
    }
}
