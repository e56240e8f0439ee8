package io.gatehouse.api;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.TableLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A call whose connection to the database breaks … */
class BrokenConnectionTests extends ApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private DataSource database;

    private final String merchant =
            "/merchants/m-" + UUID.randomUUID().toString().substring(0, 8);

    /** Its transaction cannot even be rolled back, which is a failure of another kind. */
    @Test
    void isAskedToComeAgainAndHasChangedNothing() throws SQLException, IOException, InterruptedException {

        var superapp = as("superapp-admin");
        Answer refused;
        try (var locked = TableLock.on("merchant", database)) {
            var call = CompletableFuture.supplyAsync(() -> save(superapp));
            await().atMost(PATIENCE).until(() -> {
                locked.breakThoseWaiting();
                return call.isDone();
            });
            refused = call.join();
        }

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(superapp.get("/merchants?search=" + merchant.substring(11))
                        .response()
                        .body())
                .doesNotContain(merchant.substring(11));
        assertThat(save(superapp).status()).isEqualTo(200);
    }

    private Answer save(Caller superapp) {
        try {
            return superapp.put(merchant, Map.of("name", "Comet Ltd", "currency", "USD"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
