package io.gatehouse.serverapi;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.gatehouse.orders.Orders;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackTests extends WireTest {

    private static final String PAID = "/payment/super-app/transactions/callback";

    @Autowired
    private Orders orders;

    @Test
    void aPaymentIsRecordedOnceHoweverOftenItIsReported() throws Exception {

        var orderNo = samples.unpaidOrder("cb-once");

        var first = send(samples.payment("cb-once", "tx-once", 499));
        var second = send(samples.payment("cb-once", "tx-once", 499));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(answer(second).path("data")).isEqualTo(answer(first).path("data"));
        assertThat(orders.get(Samples.GAME, orderNo).isPaid()).isTrue();
    }

    @Test
    void anotherAmountIsAConflictAndChangesNothing() throws Exception {

        var orderNo = samples.unpaidOrder("cb-amount");

        assertThat(send(samples.payment("cb-amount", "tx-amount", 498)).statusCode())
                .isEqualTo(409);
        assertThat(orders.get(Samples.GAME, orderNo).isPaid()).isFalse();
    }

    @Test
    void aReplayIsRefused() throws Exception {

        samples.unpaidOrder("cb-replay");
        var callback = samples.signed(samples.payment("cb-replay", "tx-replay", 499));

        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(200);
        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(401);
    }

    @Test
    void aNonceIsUsedOnceAlsoWhenItIsSignedAgainLater() throws Exception {

        samples.unpaidOrder("cb-nonce");
        var callback = samples.signed(samples.payment("cb-nonce", "tx-nonce", 499));
        clock.advance(Duration.ofSeconds(5));
        var later = samples.signed(callback.body(), callback.headers().get("TC-Callback-Nonce"));

        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(200);
        assertThat(post(PAID, later.body(), later.headers()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-299, 200", "299, 200", "301, 401"})
    void countsForFiveMinutesByEitherClock(int seconds, int status) throws Exception {
        var number = "cb-clock" + seconds;

        var orderNo = samples.unpaidOrder(number);
        clock.stop();
        clock.advance(Duration.ofSeconds(seconds));
        var callback = samples.signed(samples.payment(number, "tx-" + number, 499));
        clock.advance(Duration.ofSeconds(-seconds));

        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(status);
        assertThat(orders.get(Samples.GAME, orderNo).isPaid()).isEqualTo(status == 200);
    }

    /** First because it is known, then because it is old: in between there is no moment at which it is neither. */
    @Test
    void aReplayIsRefusedHoweverLongItWaits() throws Exception {

        samples.unpaidOrder("cb-later");
        var callback = samples.signed(samples.payment("cb-later", "tx-later", 499));
        assertThat(post(PAID, callback.body(), callback.headers()).statusCode()).isEqualTo(200);

        for (var wait : new int[] {299, 1, 1, 299, 1, 86_400}) {
            clock.advance(Duration.ofSeconds(wait));
            assertThat(post(PAID, callback.body(), callback.headers()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aTamperedCallbackIsRefusedAndChangesNothing() throws Exception {

        var orderNo = samples.unpaidOrder("cb-tampered");
        var callback = samples.signed(samples.payment("cb-tampered", "tx-tampered", 499));
        var otherTime = new HashMap<>(callback.headers());
        otherTime.put("TC-Timestamp", String.valueOf(clock.millis() + 1));
        var old = new HashMap<>(callback.headers());
        old.put("TC-Timestamp", String.valueOf(clock.millis() - 301_000));
        var unsigned = new HashMap<>(callback.headers());
        unsigned.remove("TC-Callback-Signature");

        assertThat(post(PAID, callback.body() + " ", callback.headers()).statusCode())
                .isEqualTo(401);
        assertThat(post(PAID, callback.body(), otherTime).statusCode()).isEqualTo(401);
        assertThat(post(PAID, callback.body(), old).statusCode()).isEqualTo(401);
        assertThat(post(PAID, callback.body(), unsigned).statusCode()).isEqualTo(401);
        assertThat(orders.get(Samples.GAME, orderNo).isPaid()).isFalse();
    }

    @Test
    void isAnsweredWithoutASessionAndWithoutPeoplesHeaders() throws Exception {

        samples.unpaidOrder("cb-plain");

        var answer = send(samples.payment("cb-plain", "tx-plain", 499)).headers();

        assertThat(answer.firstValue("content-type")).hasValue("application/json");
        assertThat(answer.firstValue("cache-control")).hasValue("no-store");
        assertThat(answer.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(answer.firstValue("set-cookie")).isEmpty();
    }

    @Test
    void anotherSpellingOfItsPathGoesThroughAllFilters() throws Exception {

        var callback = samples.signed(samples.payment("cb-path", "tx-path", 499));

        for (var path : List.of("/x/.." + PAID, PAID + ";x=1")) {
            assertThat(post(path, callback.body(), callback.headers()).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(post(PAID.replace("pay", "%70ay"), callback.body(), callback.headers())
                        .headers()
                        .map())
                .containsKey("x-frame-options");
    }

    @Test
    void anOrderThatWasNeverPlacedIsUnknown() throws Exception {

        assertThat(send(samples.payment("cb-never", "tx-never", 499)).statusCode())
                .isEqualTo(404);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void makesNoLineOfTheLog(CapturedOutput log) throws Exception {

        send(samples.payment("cb-line\n2026-11-27T00:00:00.000Z  INFO 1 --- all is well", "tx-line", 499));

        assertThat(log.getOut()).contains("cb-line 2026-11-27T00:00:00.000Z");
    }

    @Test
    void aCallbackWithoutANumberIsRefusedByTheNameOfTheField() throws Exception {

        var clear = samples.payment("cb-field", "tx-field", 499);
        clear.remove("transaction_id");

        var answer = send(clear);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("transaction_id");
    }

    @Test
    void aPlayersRefundWishBecomesARequest() throws Exception {

        var orderNo = samples.paidOrder("cb-refund");
        var wish = new HashMap<String, Object>(Map.of(
                "request_no", "TW-cb-refund-1",
                "appid", Samples.GAME.value(),
                "out_trade_no", "cb-refund",
                "amount", Map.of("refund", 499, "currency", "USD"),
                "reason", "3",
                "message", "bought by mistake"));

        var first = post("/payment/super-app/refunds/request", wish);
        var second = post("/payment/super-app/refunds/request", wish);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(answer(first).path("data").path("refundNo").asText()).startsWith("RF-");
        assertThat(answer(second).path("data")).isEqualTo(answer(first).path("data"));
        assertThat(orders.get(Samples.GAME, orderNo).left().minor()).isZero();
    }

    private HttpResponse<String> send(Map<String, Object> clear) throws Exception {
        return post(PAID, clear);
    }

    private HttpResponse<String> post(String path, Map<String, Object> clear) throws Exception {
        var callback = samples.signed(clear);
        return post(path, callback.body(), callback.headers());
    }
}
