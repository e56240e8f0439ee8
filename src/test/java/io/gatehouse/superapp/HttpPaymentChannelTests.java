package io.gatehouse.superapp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.core.Money;
import io.gatehouse.superapp.PaymentOpened.Outcome;
import io.gatehouse.superapp.PaymentState.Trade;
import io.gatehouse.superapp.RefundState.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/** The line to the superapp, against a backend that answers well, badly, late or not at all. */
class HttpPaymentChannelTests {

    static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T01:02:03.456Z"), ZoneOffset.UTC);
    static final AppId SKYFORGE = new AppId("wx7f20c4a19be3");

    final ObjectMapper json = new ObjectMapper();
    final ScriptedBackend backend = new ScriptedBackend();
    final SuperappSettings settings = new SuperappSettings(
            backend.address(),
            "superapp",
            "gatehouse",
            SECRET,
            null,
            null,
            Duration.ofSeconds(1),
            Duration.ofMillis(800));
    final HttpPaymentChannel channel = new HttpPaymentChannel(new SuperappBackend(settings, json, CLOCK), settings);

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void signsEveryCallWithItsTime() throws Exception {

        backend.answers(200, envelope("{\"payId\":\"P-1\"}"));

        channel.open(order());

        var headers = backend.asked().headers();
        var timestamp = headers.getFirst("TC-Timestamp");
        assertThat(timestamp).isEqualTo(String.valueOf(CLOCK.millis()));
        assertThat(deciphered(headers.getFirst("TC-Signature"))).isEqualTo(timestamp);
        assertThat(headers.getFirst("TC-MerchantId")).isEqualTo("M-20418");
    }

    @Test
    void passesSignaturesOnByteForByte() throws Exception {

        backend.answers(200, envelope("{\"payId\":\"P-1\"}"));

        var opened = channel.open(order());

        var body = sent();
        assertThat(opened).isEqualTo(new PaymentOpened(Outcome.OPENED, "P-1", ""));
        assertThat(body.path("signData").asText()).isEqualTo("{\"a\" : 1}\t");
        assertThat(body.path("paySig").asText()).isEqualTo("AbC1");
        assertThat(body.path("amount").path("total").asLong()).isEqualTo(1998);
        assertThat(body.path("item").path("price").asLong()).isEqualTo(999);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"returnCode\":\"0\",\"data\":{}}",
                "200 | not json",
                "200 | ''",
                "302 | {\"returnCode\":\"0\",\"data\":{\"payId\":\"P-1\"}}",
                "401 | {\"returnCode\":\"1003\",\"returnMessage\":\"bad signature\"}",
                "429 | {\"returnCode\":\"1029\",\"returnMessage\":\"too many\"}",
                "500 | {\"returnCode\":\"9999\",\"returnMessage\":\"oops\"}",
                "503 | <html>"
            })
    void knowsNothingOfAPaymentAfterAnAnswerNotToRelyOn(int status, String body) {

        backend.answers(status, body);

        assertThat(channel.open(order()).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void takesARefusalOfTheBackendItselfForOne() {

        backend.answers(400, "{\"returnCode\":\"2002\",\"returnMessage\":\"price differs\"}");

        assertThat(channel.open(order())).isEqualTo(new PaymentOpened(Outcome.REFUSED, "", "2002 price differs"));
    }

    @Test
    void knowsNothingWhenNobodyAnswersInTime() {

        backend.hangs();

        assertThat(channel.refund(refund()).progress()).isEqualTo(Progress.UNKNOWN);
        assertThat(channel.ask("GH-1").trade()).isEqualTo(Trade.UNKNOWN);
    }

    @Test
    void knowsNothingWhenNobodyIsThere() {

        backend.close();

        assertThat(channel.refund(refund()).progress()).isEqualTo(Progress.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS, PAID",
        "PROCESSING, PROCESSING",
        "ACCEPTED, PROCESSING",
        "FAILED, FAILED",
        "CLOSED, FAILED",
        "SOMETHING_NEW, UNKNOWN"
    })
    void readsHowARefundStands(String status, Progress progress) {

        backend.answers(200, envelope("{\"status\":\"" + status + "\",\"superappRefundNo\":\"S-9\"}"));

        var state = channel.askRefund("RF-1");

        assertThat(state.progress()).isEqualTo(progress);
        assertThat(state.channelNo()).isEqualTo("S-9");
        assertThat(backend.asked().method()).isEqualTo("GET");
        assertThat(backend.asked().path()).isEqualTo("/payment/virtual/refunds/RF-1");
    }

    @Test
    void asksForMoneyBackUnderOurNumber() throws Exception {

        backend.answers(200, envelope("{\"status\":\"PROCESSING\"}"));

        channel.refund(refund());

        assertThat(sent().path("refundNo").asText()).isEqualTo("RF-1");
        assertThat(sent().path("amount").path("refund").asLong()).isEqualTo(999);
        assertThat(backend.asked().headers().getFirst("TC-MerchantId")).isEqualTo("gatehouse");
    }

    @Test
    void tellsARefundNobodyKnowsFromAFailedOne() {

        backend.answers(404, "{\"returnCode\":\"1001\",\"returnMessage\":\"no such refund\"}");

        assertThat(channel.askRefund("RF-1").progress()).isEqualTo(Progress.ABSENT);
    }

    @Test
    void readsWhatWasPaid() {

        backend.answers(
                200,
                envelope("{\"tradeState\":\"SUCCESS\",\"transactionId\":\"T-1\",\"paidAt\":\"2026-11-27T01:00:00Z\","
                        + "\"amount\":{\"total\":1998,\"currency\":\"USD\"}}"));

        var state = channel.ask("GH-1");

        assertThat(state.trade()).isEqualTo(Trade.PAID);
        assertThat(state.amount()).isEqualTo(Money.of(1998, "USD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tradeState\":\"SUCCESS\",\"transactionId\":\"T-1\"}",
                "{\"tradeState\":\"SUCCESS\",\"transactionId\":\"T-1\",\"amount\":{\"total\":19.98,\"currency\":\"USD\"}}",
                "{\"tradeState\":\"SUCCESS\",\"amount\":{\"total\":1998,\"currency\":\"USD\"}}",
                "{\"tradeState\":\"\"}"
            })
    void doesNotTakeAPaymentForPaidWithoutAmountAndNumber(String data) {

        backend.answers(200, envelope(data));

        assertThat(channel.ask("GH-1").trade()).isEqualTo(Trade.UNKNOWN);
    }

    private JsonNode sent() throws Exception {
        return json.readTree(backend.asked().body());
    }

    private static String deciphered(String hex) throws Exception {
        var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding"); // as the existing protocol has it
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "AES"));
        return new String(cipher.doFinal(HexFormat.of().parseHex(hex)), StandardCharsets.UTF_8);
    }

    private static String envelope(String data) {
        return "{\"returnCode\":\"0\",\"returnMessage\":\"ok\",\"requestId\":\"r-1\",\"data\":" + data + "}";
    }

    private static PaymentOrder order() {
        var chest = new PaymentOrder.Item("chest_royal", "Royal chest", null, 2, Money.of(999, "USD"));
        return new PaymentOrder(
                SKYFORGE,
                Env.LIVE,
                "GH-1",
                "M-20418",
                "open-id",
                "{\"a\" : 1}\t",
                "AbC1",
                "DeF2",
                chest,
                Money.of(1998, "USD"));
    }

    private static RefundOrder refund() {
        return new RefundOrder(SKYFORGE, "RF-1", "GH-1", "T-1", null, Money.of(999, "USD"), "bought twice");
    }
}
