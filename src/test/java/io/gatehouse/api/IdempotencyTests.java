package io.gatehouse.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

class IdempotencyTests extends ApiTest {

    @Autowired
    KeptAnswers answers;

    Caller administrator;
    String key;

    @BeforeEach
    void aProgram() {
        administrator = as("administrator");
        key = UUID.randomUUID().toString();
    }

    @Test
    void theSameCallIsDoneOnceAndAnsweredAlike() throws IOException, InterruptedException {

        var item = Pictures.item("once_" + key.substring(0, 8));

        var first = administrator.with("Idempotency-Key", key).post(of(GAME, "/items"), item);
        var second = administrator.with("Idempotency-Key", key).post(of(GAME, "/items"), item);

        assertThat(first.status()).isEqualTo(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotEmpty();
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void withoutAKeyItIsAnotherCall() throws IOException, InterruptedException {

        var item = Pictures.item("twice_" + key.substring(0, 8));

        administrator.post(of(GAME, "/items"), item);

        assertThat(administrator.post(of(GAME, "/items"), item).text("/code")).isEqualTo("item.code-taken");
    }

    @Test
    void anotherCallWithTheSameKeyIsRefused() throws IOException, InterruptedException {

        administrator.with("Idempotency-Key", key).post(of(GAME, "/items"), Pictures.item("a_" + key.substring(0, 8)));

        var other = administrator
                .with("Idempotency-Key", key)
                .post(of(GAME, "/items"), Pictures.item("b_" + key.substring(0, 8)));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("api.key-reused");
    }

    @Test
    void anotherTokenHasKeysOfItsOwn() throws IOException, InterruptedException {

        var item = Pictures.item("own_" + key.substring(0, 8));
        administrator.with("Idempotency-Key", key).post(of(GAME, "/items"), item);

        var other = as("developer").with("Idempotency-Key", key).post(of(GAME, "/items"), item);

        assertThat(other.text("/code")).isEqualTo("item.code-taken");
    }

    @Test
    void whatWasRefusedFreesItsKey() throws IOException, InterruptedException {

        var withKey = administrator.with("Idempotency-Key", key);

        assertThat(withKey.post(of(GAME, "/items"), Map.of("code", "no picture"))
                        .status())
                .isEqualTo(400);
        assertThat(withKey.post(of(GAME, "/items"), Pictures.item("later_" + key.substring(0, 8)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void callsAtTheSameTimeAreDoneOnce() throws Exception {

        var withKey = administrator.with("Idempotency-Key", key);
        var item = Pictures.item("race_" + key.substring(0, 8));
        var start = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);

        var statuses = pool
                .invokeAll(Stream.<Callable<Integer>>generate(() -> () -> {
                            start.await();
                            return withKey.post(of(GAME, "/items"), item).status();
                        })
                        .limit(4)
                        .toList())
                .stream()
                .map(IdempotencyTests::result)
                .toList();

        pool.shutdown();
        assertThat(statuses).contains(201).allMatch(it -> it == 201 || it == 409);
        assertThat(withKey.post(of(GAME, "/items"), item).status()).isEqualTo(201);
    }

    @Test
    void aCallThatRunsIsNotDoneASecondTime() throws IOException, InterruptedException {

        var withKey = administrator.with("Idempotency-Key", key);
        withKey.post(of(GAME, "/items"), Pictures.item("run_" + key.substring(0, 8)));
        var token = tokens.of(new Username("administrator")).get(0).id();
        var kept = answers.begin(token, key, "").orElseThrow();
        answers.forget(token, key);
        answers.begin(token, key, kept.requestHash());

        var running = withKey.post(of(GAME, "/items"), Pictures.item("run_" + key.substring(0, 8)));
        clock.advance(Duration.ofMinutes(2));
        var cutOff = withKey.post(of(GAME, "/items"), Pictures.item("run_" + key.substring(0, 8)));

        assertThat(running.status()).isEqualTo(409);
        assertThat(running.header("Retry-After")).isEqualTo("1");
        assertThat(running.text("/code")).isEqualTo("api.key-running");
        assertThat(cutOff.text("/code")).isEqualTo("api.key-cut-off");
    }

    @Test
    void aKeyIsKeptForSevenDays() throws IOException, InterruptedException {

        var token = UUID.randomUUID();
        answers.begin(token, key, "hash");

        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(answers.begin(token, key, "hash")).isPresent();
        clock.advance(Duration.ofSeconds(2));
        assertThat(answers.begin(token, key, "hash")).isEmpty();
    }

    @Test
    void aKeyThatCannotBeOneIsRefused() throws IOException, InterruptedException {

        var answer =
                administrator.with("Idempotency-Key", "x".repeat(256)).post(of(GAME, "/items"), Pictures.item("long"));

        assertThat(fields(answer)).containsExactly("Idempotency-Key");
    }

    private static int result(Future<Integer> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
