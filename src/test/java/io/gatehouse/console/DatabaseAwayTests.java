package io.gatehouse.console;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.ApplicationTest;
import io.gatehouse.TableLock;
import io.gatehouse.sandbox.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A page whose database goes away … */
class DatabaseAwayTests extends ApplicationTest {

    private static final String PAGE = "/virtual-payment/merchant";

    @Autowired
    private DataSource database;

    private Visitor mei;

    @BeforeEach
    void meiIsSignedIn() throws Exception {
        mei = Visitor.signedIn(port, "administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "spring_session"})
    void saysSoAndComesBack(String table) throws Exception {

        var english = whileAway(table, () -> mei.get(PAGE + "?lang=en&game=wx7f20c4a19be3"));
        var chinese = whileAway(table, () -> mei.get(PAGE + "?lang=zh&game=wx7f20c4a19be3"));

        assertThat(english.statusCode()).isEqualTo(503);
        assertThat(english.headers().firstValue("Retry-After")).contains("5");
        assertThat(english.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(english.body())
                .contains("The database does not answer", "Nothing was lost", "Try now", "/away.js")
                .contains("href=\"" + PAGE + "?game=wx7f20c4a19be3&amp;lang=zh\"")
                .doesNotContain("??");
        assertThat(chinese.body()).contains("数据库暂无响应", "没有丢失任何内容").doesNotContain("??");
        assertThat(mei.get(PAGE + "?lang=en&game=wx7f20c4a19be3").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gatehouse.css", "/away.js", "/art/mark.svg"})
    void looksAsEver(String file) throws Exception {
        try (var locked = TableLock.on("spring_session", database)) {
            assertThat(locked.isHeld()).isTrue();

            assertThat(mei.get(file).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void doesNotSendAgainByItselfWhatWasSent() throws Exception {

        var sent = Map.of("merchant", "M-1", "name", "Comet", "message", "Please", "game", "wx7f20c4a19be3");
        var answer = whileAway("merchant", () -> mei.post("/account", PAGE, sent));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("done whole or not at all")
                .doesNotContain("/away.js", "http-equiv=\"refresh\"");
    }

    private interface Visit {
        HttpResponse<String> make() throws IOException, InterruptedException;
    }

    private HttpResponse<String> whileAway(String table, Visit visit) throws SQLException {
        try (var locked = TableLock.on(table, database)) {
            var visiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return visit.make();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                locked.breakThoseWaiting();
                return visiting.isDone();
            });
            return visiting.join();
        }
    }
}
