package io.gatehouse.access;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

class SignInTriesTests extends ApplicationTest {

    static final String HOME = "192.0.2.10";

    @Autowired
    SignInTries tries;

    @Test
    void areFreeTenTimesThenSlowerAndSlower() {

        IntStream.range(0, 10)
                .forEach(it -> assertThat(tries.begin("mallory-1", HOME)).isEmpty());

        assertThat(tries.begin("mallory-1", HOME)).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(tries.begin("mallory-1", HOME)).isEmpty();
        assertThat(tries.begin("Mallory-1 ", HOME)).contains(Duration.ofSeconds(2));
    }

    @Test
    void neverWaitLongerThanAQuarterOfAnHour() {

        for (var n = 0; n < 40; n++) {
            tries.begin("mallory-2", HOME);
            clock.advance(Duration.ofMinutes(15));
        }

        clock.advance(Duration.ofMinutes(-15));
        assertThat(tries.begin("mallory-2", HOME))
                .hasValueSatisfying(it -> assertThat(it).isLessThanOrEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void areForgottenWithTheRightPassword() {

        IntStream.range(0, 10).forEach(it -> tries.begin("mei-forgets", HOME));
        tries.succeeded("mei-forgets", HOME);

        assertThat(tries.begin("mei-forgets", HOME)).isEmpty();
    }

    @Test
    void areCountedTogetherWhenManyComeAtOnce() throws Exception {

        var threads = Executors.newFixedThreadPool(8);
        try {
            var attempts = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(
                            it -> () -> tries.begin("mallory-3", "192.0.2.30").isEmpty())
                    .toList();
            var heard = 0;
            for (var answer : threads.invokeAll(attempts)) {
                heard += answer.get() ? 1 : 0;
            }
            assertThat(heard).isEqualTo(10);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void areCountedByAddressWhateverTheName() {

        IntStream.range(0, 100)
                .forEach(it ->
                        assertThat(tries.begin("name-" + it, "192.0.2.20")).isEmpty());

        assertThat(tries.begin("one-more", "192.0.2.20")).isPresent();
    }
}
