package io.gatehouse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.outbound.EndpointUrl;
import io.gatehouse.outbound.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** However quickly an endpoint answers, it is called no faster than its pace, and no other waits for that. */
class SenderPaceTests {

    private static final Endpoint QUICK = new Endpoint(new AppId("wx-quick"), Env.LIVE);
    private static final Endpoint OTHER = new Endpoint(new AppId("wx-other"), Env.LIVE);

    private final List<Long> calls = new CopyOnWriteArrayList<>();
    private final List<Endpoint> called = new CopyOnWriteArrayList<>();
    private final Sender sender =
            new Sender(new Answering(), new Settlement(null), Settings.with(Map.of("per-second", "20")));

    @AfterEach
    void stop() {
        sender.stop();
    }

    @Test
    void aBacklogGoesOutAtThePaceOfItsEndpoint() {
        var began = System.nanoTime();
        sender.take(parcels(QUICK, 10));

        await().atMost(Duration.ofSeconds(10)).until(() -> calls.size() == 10);

        assertThat(Duration.ofNanos(calls.get(9) - began)).isGreaterThanOrEqualTo(Duration.ofMillis(9 * 50));
    }

    @Test
    void anotherEndpointIsCalledMeanwhile() {
        sender.take(parcels(QUICK, 100));
        sender.take(parcels(OTHER, 1));

        assertThat(called).contains(OTHER).hasSizeLessThan(50);
    }

    private static List<Parcel> parcels(Endpoint endpoint, int count) {
        var leaseEnd = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        return IntStream.range(0, count)
                .mapToObj(it -> new Parcel(
                        UUID.randomUUID(),
                        Kind.DELIVERY,
                        endpoint,
                        EndpointUrl.stored("https://game.example/deliver"),
                        "GH-" + it,
                        null,
                        "{}",
                        false,
                        0,
                        0,
                        false,
                        1,
                        leaseEnd))
                .toList();
    }

    /** Answers at once, and notes when it was asked. */
    private final class Answering extends Dispatch {

        Answering() {
            super(null, null, Clock.systemUTC());
        }

        @Override
        CompletableFuture<Result> send(Parcel parcel) {
            calls.add(System.nanoTime());
            called.add(parcel.endpoint());
            return CompletableFuture.completedFuture(new Result.Tried(
                    parcel, Reply.none(Clock.systemUTC().instant()), Verdict.of(Diagnosis.ACKNOWLEDGED)));
        }
    }
}
