package io.gatehouse.serverapi;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PurchaseTests extends WireTest {

    private static final String PATH = "/openserver/virtual-payment/orders";
    private static final String SIGN_DATA = """
            {"mode":"goods","buyQuantity":1,"currencyType":"USD","platform":"android","productId":"gem",\
            "goodsPrice":499,"outTradeNo":"buy-1","attach":""}""";

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"appId\":1}", "{\"appId\":\"a\",\"appId\":\"b\"}"})
    void bodiesThatAreNoPurchaseAreRefusedAsOfTheWrongType(String body) throws Exception {

        assertThat(errcode(post(PATH, body, Map.of()))).isEqualTo(-15011);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appId", "session", "signData", "paySig", "signature"})
    void aMissingFieldIsNamed(String field) throws Exception {

        var purchase = purchase();
        purchase.remove(field);

        var answer = post(PATH, json.writeValueAsString(purchase), Map.of());

        assertThat(errcode(answer)).isEqualTo(-15001);
        assertThat(answer.body()).contains(field);
    }

    @Test
    void anotherModeAndTooLongAnAttachAreInvalid() throws Exception {

        assertThat(errcode(buy(SIGN_DATA.replace("goods\"", "coins\"")))).isEqualTo(-15002);
        assertThat(errcode(buy(SIGN_DATA.replace("\"attach\":\"\"", "\"attach\":\"" + "x".repeat(257) + "\""))))
                .isEqualTo(-15002);
        assertThat(errcode(buy(SIGN_DATA.replace("\"buyQuantity\":1", "\"buyQuantity\":10000"))))
                .isEqualTo(-15002);
        assertThat(errcode(buy(SIGN_DATA.replace("\"buyQuantity\":1", "\"buyQuantity\":\"1\""))))
                .isEqualTo(-15011);
    }

    @Test
    void nothingIsSoldBeforePaymentIsEnabled() throws Exception {

        var purchase = purchase();
        purchase.put("appId", "wx2e6b90f4c8d1");

        assertThat(errcode(post(PATH, json.writeValueAsString(purchase), Map.of())))
                .isEqualTo(-15005);
    }

    private HttpResponse<String> buy(String signData) throws Exception {
        var purchase = purchase();
        purchase.put("signData", signData);
        return post(PATH, json.writeValueAsString(purchase), Map.of());
    }

    private static Map<String, Object> purchase() {
        return new HashMap<>(Map.of(
                "appId", Samples.GAME.value(),
                "session", "no session",
                "signData", SIGN_DATA,
                "paySig", "00",
                "signature", "00"));
    }
}
