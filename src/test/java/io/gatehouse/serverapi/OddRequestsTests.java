package io.gatehouse.serverapi;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Env;
import io.gatehouse.core.Username;
import io.gatehouse.credentials.Credentials;
import io.gatehouse.wire.Signatures;

import static org.assertj.core.api.Assertions.assertThat;

/** What a machine sends that does not look as in the documents: taken if it can be understood, refused in its own words if not. */
class OddRequestsTests extends WireTest {

    private static final String QUERY = "/xpay/query_order";
    private static final String PAID = "/payment/super-app/transactions/callback";
    private static final String PURCHASE = "/openserver/virtual-payment/orders";

    @Autowired
    private Credentials credentials;

    @Autowired
    private AccessTokens tokens;

    private String appKey;
    private String outTradeNo;

    @BeforeEach
    void aGameWithAKeyAndAnOrder() {
        if (credentials.accepted(Samples.GAME, Env.LIVE).isEmpty()) {
            credentials.requestFirst(Samples.GAME, new Username("administrator"));
            runJobs();
        }
        appKey = credentials.accepted(Samples.GAME, Env.LIVE).get(0).value();
        outTradeNo = "odd-" + UUID.randomUUID().toString().substring(0, 12);
        samples.paidOrder(outTradeNo);
    }

    private String question() {
        return "{\"openid\":\"%s\",\"env\":0,\"order_id\":\"%s\"}".formatted(Samples.PLAYER, outTradeNo);
    }

    private String signed(String body) {
        return QUERY
                + "?access_token=%s&pay_sig=%s"
                        .formatted(tokens.issue(Samples.GAME), Signatures.serverPaySig(appKey, QUERY, body));
    }

    /** What comes back for these very bytes. */
    private String exchange(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String exchange(String request) throws IOException {
        return exchange(request.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/json;q=0", "anything", "游戏"})
    void areAnsweredInJsonWhateverTheyAccept(String accepted) throws Exception {
        var token =
                "GET /cgi-bin/token?grant_type=client_credential&appid=%s&secret=%s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\nConnection: close\r\n\r\n"
                        .formatted(Samples.GAME, samples.secretOfTheGame(), accepted);
        var callback = samples.signed(samples.payment("odd-accept-" + UUID.randomUUID(), "tx", 499));

        assertThat(exchange(token)).startsWith("HTTP/1.1 200").contains("application/json", "\"access_token\"");
        if (!accepted.equals("游戏")) {
            var headers = new HashMap<>(callback.headers());
            headers.put("Accept", accepted);
            assertThat(post(PAID, callback.body(), headers).statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/plain",
                "APPLICATION/JSON;CHARSET=UTF-8",
                "application/json; charset=gbk",
                "none"
            })
    void areReadWhateverTypeTheySayTheyHave(String type) throws Exception {

        var answer = post(signed(question()), question(), Map.of("Content-Type", type));

        assertThat(errcode(answer)).as(answer.body()).isZero();
    }

    @Test
    void meanTheSameInAnotherNotation() throws Exception {
        var escaped = new StringBuilder();
        outTradeNo.chars().forEach(it -> escaped.append("\\u%04x".formatted(it)));
        for (var body : List.of(
                "\ufeff" + question(),
                "\n " + question().replace(",", " ,\n\t") + "\r\n",
                question().replace(outTradeNo, escaped),
                question().replace(":0,", ":\"0\","),
                question().replace("{", "{\"user_ip\":\"127.0.0.1\",\"more\":{\"of\":[1,{}]},"))) {
            var answer = post(signed(body), body, Map.of());
            assertThat(errcode(answer)).as(body + " " + answer.body()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /xpay/query_order, 405, 43002",
        "PUT, /wxa/game/queryorderinfo, 405, 43002",
        "POST, /cgi-bin/token, 405, 43001",
        "DELETE, /sns/jscode2session, 405, 43001",
        "GET, /openserver/virtual-payment/orders, 405, 43002",
        "POST, /xpay/unknown, 404, 40066",
        "POST, /xpay/query_order/, 404, 40066",
        "GET, /cgi-bin/unknown, 404, 40066",
        "POST, //xpay/query_order, 400, 40066",
        "POST, /xpay/query_order;v=1, 400, 40066",
        "POST, /xpay/%2e%2e/query_order, 400, 40066",
        "POST, /xpay/query_order?access_token=%00, 400, 40066",
        "POST, /xpay%2Fquery_order, 400, 40066",
        "POST, /xpay/%zz, 400, 40066",
        "GET, /xpay/query_order?a={b}, 400, 40066",
        "FOO, /xpay/query_order, 400, 40066"
    })
    void toTheWrongAddressAreToldSo(String method, String path, int status, int errcode) throws Exception {

        var answer = exchange(
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .formatted(method, path));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/json", "\"errcode\":" + errcode, "\"errmsg\"")
                .doesNotContain("<html", "Exception", "timestamp");
        if (status == 405) {
            assertThat(answer).contains("Allow: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET " + PAID, "POST " + PAID + "/", "POST /payment/virtual/orders", "POST /payment//x"})
    void ofTheSuperappToTheWrongAddressAreToldSoInItsEnvelope(String line) throws Exception {

        var answer = exchange(
                line
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .containsPattern("^HTTP/1.1 40[045]")
                .contains("\"returnCode\":\"40", "\"returnMessage\"", "\"requestId\"");
    }

    @Test
    void thatAreNoHttpAreToldSo() throws Exception {
        for (var request : List.of(
                "POST " + QUERY + " HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
                "POST " + QUERY + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n",
                "POST " + QUERY + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                "nonsense\r\n\r\n")) {
            assertThat(exchange(request))
                    .as(request.lines().findFirst().orElse(""))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/json", "\"errmsg\"")
                    .doesNotContain("<html");
        }
    }

    @Test
    void whoseBodyIsNoneAreToldWhy() throws Exception {
        var head = "POST " + signed(question()) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        var broken = "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + question();
        var tooShort = "Content-Length: 4000\r\n\r\n" + question();
        var packed = "Content-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx";
        var tooLong = "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(300_000, "x".repeat(300_000));

        assertThat(exchange(head + broken))
                .startsWith("HTTP/1.1 400")
                .contains("268490002", "chunks")
                .doesNotContain("timestamp");
        assertThat(exchange(head + tooShort)).startsWith("HTTP/1.1 400").contains("268490002", "length");
        assertThat(exchange(head + packed)).startsWith("HTTP/1.1 415").contains("268490002", "Content-Encoding");
        assertThat(exchange(head + tooLong)).startsWith("HTTP/1.1 413").contains("268490002", "256 KiB");
        assertThat(exchange((head + "Content-Length: 3\r\n\r\n\u00e9\u00e9x").getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("HTTP/1.1 400")
                .contains("268490002", "UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"env\":NaN}|NaN",
                "{\"env\":0} x|line 1, column",
                "{\"env\":0,\"env\":1}|Duplicate field 'env'",
                "{'env':0}|double-quote",
                "[]|not a JSON object",
                "{\"env\":0|end-of-input",
                "{\"env\":2}|env is neither 0 (live) nor 1 (sandbox)",
                "{\"env\":0,\"order_id\":\"a\\u0000\"}|order_id has the character U+0000",
                "{\"env\":0,\"openid\":\"a\\ud800\"}|openid has the character U+0000 or half of a surrogate pair"
            })
    void whoseJsonIsWrongAreToldWhereWithoutWordsOfOurs(String body, String where) throws Exception {

        var answer = post(signed(body), body, Map.of());

        assertThat(errcode(answer)).isEqualTo(268490002);
        assertThat(answer(answer).path("errmsg").asText())
                .contains(where)
                .doesNotContain("jackson", "JsonReadFeature", "StreamRead", "JsonNode");
    }

    @Test
    void withoutABodyAreAskedForOne() throws Exception {

        assertThat(answer(post(signed(""), "", Map.of())).path("errmsg").asText())
                .contains("empty");
        assertThat(errcode(post(QUERY, "{}", Map.of()))).isEqualTo(41001);
        assertThat(answer(post(PAID, "x".repeat(300_000), Map.of()))
                        .path("returnCode")
                        .asText())
                .isEqualTo("413");
    }

    @Test
    void withWhatNoTableTakesAreRefusedEverywhere() throws Exception {
        var nul = samples.payment("odd-\0", "tx-odd", 499);
        var purchase = json.writeValueAsString(
                Map.of(
                        "appId", Samples.GAME.value(),
                        "session", "s",
                        "paySig", "p",
                        "signature", "s",
                        "signData",
                                "{\"mode\":\"goods\",\"buyQuantity\":1,\"currencyType\":\"USD\",\"productId\":\"a\\u0000\",\"goodsPrice\":1,\"outTradeNo\":\"t\"}"));
        var code = "/sns/jscode2session?appid=%s&secret=%s&js_code=%s"
                .formatted(Samples.GAME, samples.secretOfTheGame(), "a%01");

        var callback = samples.signed(nul);
        var answer = post(PAID, callback.body(), callback.headers());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("out_trade_no", "U+0000");
        assertThat(errcode(post(PURCHASE, purchase, Map.of()))).isEqualTo(-15002);
        assertThat(errcode(get(code))).isEqualTo(40029);
    }
}
