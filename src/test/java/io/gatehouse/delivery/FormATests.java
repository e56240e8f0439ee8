package io.gatehouse.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Env;
import io.gatehouse.outbound.Reply;
import io.gatehouse.outbound.Timings;

import static org.assertj.core.api.Assertions.assertThat;

/** Form A … */
class FormATests {

    private static final AppId GAME = new AppId("wx51b8e20d77c4");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private final FormA form = new FormA();

    @Test
    void writesThePayloadOfTheTestVectorAndItsSignature() {
        var payload = form.payload(new GoodsDelivery(
                GAME,
                Env.LIVE,
                "1",
                "to_user_openid",
                "xxxxxx",
                "testproductId",
                1,
                "1",
                10,
                10,
                "testdata",
                1,
                "",
                "",
                NOON));

        var envelope = text(form.envelope(Kind.DELIVERY, payload, "", "12345", false));

        assertThat(payload)
                .isEqualTo(
                        "{\"OpenId\":\"to_user_openid\",\"Env\":0,\"OutTradeNo\":\"xxxxxx\",\"GoodsInfo\":{\"ProductId\":\"testproductId\",\"Quantity\":1,\"ZoneId\":\"1\",\"OrigPrice\":10,\"ActualPrice\":10,\"Attach\":\"testdata\",\"OrderSource\":1}}");
        assertThat(envelope)
                .startsWith(
                        "{\"EventType\":\"event\",\"Event\":\"minigame_game_pay_goods_deliver_notify\",\"PayModel\":\"\",\"Payload\":\"{\\\"OpenId\\\"")
                .endsWith("\"PayEventSig\":\"bec7aedbe73631c98ec2d18b80d0463c4e3852a754dbedb1c76c3feb0f78dc67\"}")
                .doesNotContain("IsMock");
    }

    @Test
    void writesTheRefundOfTheTestVector() {
        var payload = form.payload(
                new RefundSucceeded(GAME, Env.LIVE, "1", "to_user_openid", "REFUND20251028001", 10, 1, "xxxxxx", NOON));

        var envelope = text(form.envelope(Kind.REFUND, payload, "", "12345", false));

        assertThat(envelope)
                .contains("\"Event\":\"minigame_pay_refund_succ_notify\"")
                .contains("\"PayEventSig\":\"1bb1784a7a26f7c476537d44c5f67f345b7c07a763ab5b392068dcdd3ccedda5\"");
    }

    @Test
    void marksAMockInTheEnvelopeAndNotInThePayload() {
        var envelope = text(form.envelope(Kind.DELIVERY, "{}", "", "12345", true));

        assertThat(envelope).contains("\"IsMock\":true,").contains("\"Payload\":\"{}\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            200 | {"returnCode":"0","data":"ok"}      | ACKNOWLEDGED   | ''
            200 | {"returnCode":0}                    | ACKNOWLEDGED   | ''
            200 | {"returnCode":"1"}                  | RETURN_CODE    | 1
            200 | {"returnCode":-1}                   | RETURN_CODE    | -1
            200 | {"returnCode":"00"}                 | RETURN_CODE    | 00
            200 | {"returnCode":0.0}                  | RETURN_CODE    | 0.0
            200 | {"returnCode":false}                | RETURN_CODE    | false
            200 | {"returnCode":{"a":1}}              | RETURN_CODE    | {"a":1}
            200 | {"returnCode":null}                 | NO_RETURN_CODE | ''
            200 | {"ErrCode":0}                       | NO_RETURN_CODE | ''
            200 | {}                                  | NO_RETURN_CODE | ''
            200 | []                                  | NOT_JSON       | ''
            200 | 0                                   | NOT_JSON       | ''
            200 | success                             | NOT_JSON       | ''
            200 | {"returnCode":"0"                   | NOT_JSON       | ''
            200 | {"returnCode":"0"} x                | NOT_JSON       | ''
            200 | <html>{"returnCode":"0"}</html>     | NOT_JSON       | ''
            200 | ''                                  | EMPTY_REPLY    | ''
            201 | {"returnCode":"0"}                  | HTTP_STATUS    | 201
            204 | ''                                  | HTTP_STATUS    | 204
            301 | {"returnCode":"0"}                  | REDIRECT       | 301
            302 | ''                                  | REDIRECT       | 302
            404 | {"returnCode":"0"}                  | HTTP_STATUS    | 404
            410 | ''                                  | GONE           | 410
            429 | ''                                  | HTTP_STATUS    | 429
            500 | {"returnCode":"0"}                  | HTTP_STATUS    | 500
            """)
    void takesNothingButReturnCodeZeroForSuccess(int status, String body, Diagnosis diagnosis, String detail) {

        var verdict = form.judge(reply(status, body, Map.of()));

        assertThat(verdict).isEqualTo(new Verdict(diagnosis, detail));
    }

    @Test
    void toleratesAByteOrderMarkBeforeItsJsonButNothingNestedWithoutEnd() {

        assertThat(form.judge(reply(200, "\ufeff{\"returnCode\":\"0\"}", Map.of()))
                        .isSuccess())
                .isTrue();
        assertThat(form.judge(reply(200, "[".repeat(60_000), Map.of())).diagnosis())
                .isEqualTo(Diagnosis.NOT_JSON);
    }

    @Test
    void namesWhereARedirectLeadsAndHowLongToWait() {

        assertThat(form.judge(reply(302, "", Map.of("location", "http://10.0.0.1/"))))
                .isEqualTo(new Verdict(Diagnosis.REDIRECT, "302 http://10.0.0.1/"));
        assertThat(form.judge(reply(503, "", Map.of("retry-after", "120"))))
                .isEqualTo(new Verdict(Diagnosis.SLOW_DOWN, "503 120"));
    }

    private static Reply reply(int status, String body, Map<String, String> headers) {
        return new Reply(
                NOON, Duration.ZERO, Timings.NONE, null, status, headers, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
