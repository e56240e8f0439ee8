package io.gatehouse.catalogue;

import java.awt.Color;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.gatehouse.core.InvalidValue;
import io.gatehouse.outbound.Failure;
import io.gatehouse.outbound.Obstacle;
import io.gatehouse.outbound.Reply;
import io.gatehouse.outbound.Timings;

import static io.gatehouse.catalogue.CatalogueFixtures.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The pictures of one workbook … */
class FetchedPicturesTests {

    private static final byte[] RED = png(Color.RED);
    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

    private final List<String> asked = new ArrayList<>();

    @Test
    void areFetchedForTenMinutesOnly() {
        var looks = new AtomicInteger();
        // whoever looks at it before and after a wait has waited for 90 seconds
        InstantSource slow = () -> Instant.EPOCH.plus(Duration.ofSeconds(90L * looks.getAndIncrement()));
        var pictures = pictures(null, slow);
        for (var i = 0; i < 7; i++) {
            assertThat(pictures.of("https://slow.example/" + i)).isEqualTo(RED);
        }

        isRefused(pictures, "https://other.example/7", "picture.fetch.too-slow");
        assertThat(asked).hasSize(7);
    }

    @Test
    void areNotAskedOfEverMoreHostsThatFail() {
        var pictures = pictures(Failure.of(Obstacle.CONNECT_TIMEOUT), STILL);
        for (var i = 0; i < 200; i++) {
            isRefused(pictures, "https://h%d.example/a.png".formatted(i), "picture.fetch.connect-timeout");
        }

        isRefused(pictures, "https://h200.example/a.png", "picture.fetch.too-many-failed");
        assertThat(asked).hasSize(200);
    }

    private FetchedPictures pictures(@Nullable Failure failure, InstantSource clock) {
        var reply = new Reply(Instant.EPOCH, Duration.ZERO, Timings.NONE, null, 200, Map.of(), RED, failure);
        return new FetchedPictures(
                address -> {
                    asked.add(address);
                    return CompletableFuture.completedFuture(reply);
                },
                1 << 20,
                clock);
    }

    private static void isRefused(FetchedPictures pictures, String address, String code) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> pictures.of(address))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }
}
