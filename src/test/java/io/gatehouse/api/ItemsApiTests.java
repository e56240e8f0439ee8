package io.gatehouse.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

import io.gatehouse.catalogue.Catalogue;
import io.gatehouse.catalogue.ItemEntry;
import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

class ItemsApiTests extends ApiTest {

    static final String ITEMS = of(GAME, "/items");

    @Autowired
    Catalogue catalogue;

    Caller administrator;
    String code;

    @BeforeEach
    void aProgram() {
        administrator = as("administrator");
        code = "gem_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void anItemIsAddedChangedAndDeleted() throws IOException, InterruptedException {

        var added = administrator.post(ITEMS, Pictures.item(code));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1" + ITEMS + "/" + code);
        assertThat(added.text("/draft/price/minor")).isEqualTo("499");
        assertThat(added.text("/draft/origin")).isEqualTo("form");
        assertThat(added.body().at("/released").isNull()).isTrue();

        var changed = administrator
                .with("If-Match", added.header("ETag"))
                .put(ITEMS + "/" + code, Map.of("name", "More gems", "price", price(599), "remark", "new"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/draft/name")).isEqualTo("More gems");
        assertThat(changed.text("/draft/picture")).isEqualTo(added.text("/draft/picture"));

        var pictured = administrator.put(ITEMS + "/" + code + "/picture", Pictures.png(200), "image/png");

        assertThat(pictured.text("/draft/picture")).isNotEqualTo(added.text("/draft/picture"));
        assertThat(administrator.get(ITEMS + "/" + code + "/versions").body().at("/entries"))
                .hasSize(3);
        assertThat(administrator.delete(ITEMS + "/" + code).status()).isEqualTo(204);
        assertThat(administrator.get(ITEMS + "/" + code).status()).isEqualTo(404);
    }

    @Test
    void whatSomebodyElseChangedIsNotOverwritten() throws IOException, InterruptedException {

        var read = administrator.post(ITEMS, Pictures.item(code)).header("ETag");
        as("developer").put(ITEMS + "/" + code, Map.of("name", "Theirs", "price", price(100)));

        var late = administrator.with("If-Match", read);

        assertThat(late.put(ITEMS + "/" + code, Map.of("name", "Mine", "price", price(200)))
                        .status())
                .isEqualTo(412);
        assertThat(late.delete(ITEMS + "/" + code).status()).isEqualTo(412);
        assertThat(administrator.get(ITEMS + "/" + code).text("/draft/name")).isEqualTo("Theirs");
    }

    @Test
    void ofTwoWhoChangeTheSameAtOnceOneIsTold() throws Exception {

        var read = administrator.post(ITEMS, Pictures.item(code)).header("ETag");
        var mine = administrator.with("If-Match", read);
        var theirs = as("developer").with("If-Match", read);
        var ready = new CyclicBarrier(2);

        var statuses = Stream.of(Map.entry(mine, "Mine"), Map.entry(theirs, "Theirs"))
                .map(it -> CompletableFuture.supplyAsync(() -> change(it.getKey(), it.getValue(), ready)))
                .toList();

        assertThat(statuses).map(CompletableFuture::join).containsExactlyInAnyOrder(200, 412);
        assertThat(administrator.get(ITEMS + "/" + code + "/versions").body().at("/entries"))
                .hasSize(2);
    }

    private int change(Caller caller, String name, CyclicBarrier ready) {
        try {
            ready.await(5, TimeUnit.SECONDS);
            return caller.put(ITEMS + "/" + code, Map.of("name", name, "price", price(200)))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ofTwoWhoHaveBothLookedOnlyOneChanges() throws Exception {

        administrator.post(ITEMS, Pictures.item(code));
        var looked = new CyclicBarrier(2);

        var changes = Stream.of("Mine", "Theirs")
                .map(name -> CompletableFuture.supplyAsync(() -> edit(name, looked)))
                .toList();

        assertThat(changes).map(CompletableFuture::join).containsExactlyInAnyOrder(true, false);
    }

    /** As if somebody else looked at the very same moment: nobody writes before both have seen it unchanged. */
    private boolean edit(String name, CyclicBarrier looked) {
        try {
            catalogue.edit(
                    new AppId(GAME), new ItemEntry(code, name, "2.00", ""), null, new Username("administrator"), it -> {
                        try {
                            looked.await(5, TimeUnit.SECONDS);
                        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                            throw new AssertionError(e);
                        }
                    });
            return true;
        } catch (OptimisticLockingFailureException e) {
            return false;
        }
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() throws IOException, InterruptedException {

        var tag = administrator.post(ITEMS, Pictures.item(code)).header("ETag");

        assertThat(administrator
                        .with("If-None-Match", tag)
                        .get(ITEMS + "/" + code)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void aPriceInAnotherCurrencyIsRefused() throws IOException, InterruptedException {

        administrator.post(ITEMS, Pictures.item(code));

        var answer = administrator.put(
                ITEMS + "/" + code, Map.of("name", "Gems", "price", Map.of("minor", 499, "currency", "EUR")));

        assertThat(fields(answer)).containsExactly("price.currency");
        assertThat(answer.text("/detail")).contains("USD");
    }

    @Test
    void releaseIsAskedForAndWithdrawn() throws IOException, InterruptedException {

        administrator.post(ITEMS, Pictures.item(code));

        var asked = administrator.post(of(GAME, "/releases"), Map.of("items", List.of(code), "message", "Please"));

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("/state")).isEqualTo("IN_PROGRESS");
        assertThat(administrator.get(ITEMS + "/" + code).text("/draftState")).isEqualTo("IN_REVIEW");

        var number = asked.text("/number");
        var withdrawn = administrator.post(of(GAME, "/releases/" + number + "/withdrawal"));

        assertThat(withdrawn.text("/status")).isEqualTo("30");
        assertThat(administrator.get(of(FOREIGN_GAME, "/releases/" + number)).status())
                .isEqualTo(404);
    }

    @Test
    void aListIsReadByKeyWithoutAGapOrARepeat() throws IOException, InterruptedException {

        for (var i = 0; i < 53; i++) {
            administrator.post(ITEMS, Pictures.item(code + "_" + i));
        }

        var seen = new TreeSet<String>();
        var path = ITEMS + "?search=" + code;
        var page = administrator.get(path);
        assertThat(page.body().at("/entries")).hasSize(50);
        for (; ; page = administrator.get(path + "&cursor=" + page.text("/next"))) {
            page.body()
                    .at("/entries")
                    .forEach(
                            it -> assertThat(seen.add(it.path("code").asText())).isTrue());
            if (page.body().at("/next").isNull()) {
                break;
            }
        }

        assertThat(seen).hasSize(53);
        assertThat(fields(administrator.get(path + "&cursor=invented"))).containsExactly("cursor");
    }

    private static Map<String, Object> price(long minor) {
        return Map.of("minor", minor, "currency", "USD");
    }
}
